import type { CompilerOptions } from '@inlang/paraglide-js'

/** How the messages are compiled: by the build, the development server and `npm run messages`. */
export const messageOptions: CompilerOptions = {
  project: './src/shared/i18n/project.inlang',
  outdir: './src/shared/i18n/generated',
  strategy: ['globalVariable', 'baseLocale'],
  // One language so far: its messages need no look at the locale.
  experimentalStaticLocale: "'en'",
  emitTsDeclarations: true,
}
