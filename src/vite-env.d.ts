/// <reference types="vite/client" />
/// <reference types="msw/vite/client" />

interface ImportMetaEnv {
  /** `on` in development and in the build on mocks; `off` in the product, from which the mocks are then removed. */
  readonly VITE_MOCKS: 'on' | 'off'
}
