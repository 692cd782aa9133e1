import { compileMessages } from '#server/build/compile-messages.ts'

await compileMessages()
