import { onTestFinished, vi } from 'vitest'

/** Files that the browser is handed from now on, with their names. */
export function catchDownloads() {
  const saved: { file: Blob; name: string }[] = []
  let last = new Blob()
  const createObjectURL = (file: Blob) => {
    last = file
    return 'blob:file'
  }
  // jsdom has neither.
  Object.assign(URL, { createObjectURL, revokeObjectURL: () => {} })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(
    this: HTMLAnchorElement,
  ) {
    saved.push({ file: last, name: this.download })
  })
  onTestFinished(() => click.mockRestore())
  return saved
}
