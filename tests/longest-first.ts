import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Takes a minute or two: begun last, it would keep one core busy after all others have ended. */
const longest = 'tests/server/killed-server.test.ts'

/** The usual order, but what takes longest begins first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(longest)
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's
    const usual = await super.sort(files)
    return [...usual.filter(isLongest), ...usual.filter((file) => !isLongest(file))]
  }
}
