import { createBrowserHistory } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp } from '#/app/create-app.tsx'

async function start() {
  if (import.meta.env.VITE_MOCKS === 'on') {
    const { startMocks } = await import('#mocks/browser.ts')
    await startMocks()
  }
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const { App } = createApp(createBrowserHistory())
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

// Not awaited here: the mocks share a chunk with this module, and would wait for it while it waits for them.
void start()
