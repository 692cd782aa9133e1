import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp } from '#/app/create-app.tsx'
import { createOwnHistory } from '#/app/own-history.ts'

async function start() {
  if (import.meta.env.VITE_MOCKS === 'on') {
    const { startMocks } = await import('#mocks/browser.ts')
    await startMocks()
  }
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const { App } = createApp(createOwnHistory())
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

// Kept by the browser for its Back button: the session may be somebody else's by now.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload()
})

// Not awaited here: the mocks share a chunk with this module, and would wait for it while it waits for them.
void start()
