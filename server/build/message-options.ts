import type { CompilerOptions } from '@inlang/paraglide-js'

/** The texts of the messages, as the settings of the project name them. */
export const messagesFolder = 'src/shared/i18n/messages'

/** How the messages are compiled, by the build one module for each, elsewhere one for each language. */
export const messageOptions = {
  project: './src/shared/i18n/project.inlang',
  outdir: './src/shared/i18n/generated',
  strategy: ['globalVariable', 'baseLocale'],
  // One language so far: its messages need no look at the locale.
  experimentalStaticLocale: "'en'",
  emitTsDeclarations: true,
} satisfies CompilerOptions
