import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'
import { compileMessages } from '#server/build/compile-messages.ts'
import { finishApp } from '#server/build/finish-app.ts'
import { messageOptions } from '#server/build/message-options.ts'
import { chromiumFlags, chromiumPath } from '#tests/chromium.ts'
import { LongestFirst } from '#tests/longest-first.ts'
import { StuckReporter } from '#tests/stuck-reporter.ts'

const isTest = process.env['VITEST'] !== undefined
const chromium = isTest ? await chromiumPath() : ''

// Tests compile the messages only when they have changed; what that needs takes long to load.
if (isTest) await compileMessages()
const messages = isTest ? undefined : (await import('@inlang/paraglide-js')).paraglideVitePlugin(messageOptions)

export default defineConfig(({ command, mode }) => ({
  // The worker script belongs to development and to the mock build only: the plugin puts it into every build it sees.
  plugins: [messages, react(), ...(command === 'serve' || mode === 'mocks' ? [msw()] : [finishApp()])],
  define: {
    'import.meta.env.VITE_MOCKS': JSON.stringify(command === 'serve' || mode === 'mocks' ? 'on' : 'off'),
  },
  // Builds and data folders change beside the page; none of it is in the page.
  server: { watch: { ignored: ['**/dist/**', '**/data/**'] } },
  // Reached through a virtual module, where the first scan does not look: found later, they would reload the first page.
  // What is loaded on demand is found in the first scan too, for the same reason.
  optimizeDeps: isTest
    ? {}
    : {
        include: ['msw/browser', 'msw/experimental'],
        entries: ['index.html', 'src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}'],
      },
  build: {
    outDir: mode === 'mocks' ? 'dist/mocks' : 'dist/app',
    manifest: true,
    modulePreload: { polyfill: false },
    // What the first page needs, in two files: many small ones compress badly. `base` changes only with the libraries.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: /\/node_modules\//, tags: ['$initial'] },
            { name: 'app', test: /\/src\/(?!main\.tsx$)/, tags: ['$initial'] },
          ],
        },
      },
      // Neither acts by being imported, though nothing says so.
      treeshake: {
        moduleSideEffects: [
          { test: /\/(i18n\/generated|hoist-non-react-statics|_isolated-hnrs)\//, sideEffects: false },
        ],
      },
    },
  },
  test: {
    // More than cores: a test also waits, for the next frame, an answer or another process.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new StuckReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          // Some look at every row of the demo data.
          testTimeout: 30_000,
          include: ['{src,server,mocks}/**/*.test.ts', 'tests/repo/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // The same suites on the memory store, PGlite and a PostgreSQL server.
          name: 'contract',
          environment: 'node',
          isolate: false,
          globalSetup: ['tests/database-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['tests/contract/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'jsdom',
          isolate: false,
          setupFiles: ['tests/setup.ts'],
          include: ['src/**/*.test.tsx', 'tests/journeys/**/*.test.tsx'],
        },
      },
      {
        extends: true,
        test: {
          // Layout, scrolling and hiding, which jsdom does not have.
          name: 'browser',
          setupFiles: ['tests/browser/setup.ts'],
          include: ['tests/browser/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromium, args: chromiumFlags },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          pool: 'forks',
          globalSetup: ['tests/server/data-folder-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          include: ['tests/server/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false,
          // Each worker has a server of its own.
          maxWorkers: 2,
          globalSetup: ['tests/e2e/servers.ts'],
          // Some go through every screen.
          testTimeout: 600_000,
          hookTimeout: 180_000,
          include: ['tests/e2e/**/*.test.ts'],
        },
      },
    ],
  },
}))
