import { compile } from '@inlang/paraglide-js'
import { messageOptions } from '#server/build/message-options.ts'

await compile(messageOptions)
