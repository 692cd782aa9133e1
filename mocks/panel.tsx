import type { MockBackend } from '#mocks/mock-backend.ts'

export function showPanel(_backend: MockBackend, _reset: () => Promise<void>): void {}
