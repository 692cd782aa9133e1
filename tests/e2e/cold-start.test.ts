import { it } from 'vitest'
import { aPerson, expect, launch } from '#tests/e2e/browser.ts'

it('asks once for what the list needs, before the app is there', async () => {
  const browser = await launch()
  try {
    const page = await aPerson(browser)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto('/customers')
    await expect(page.getByRole('table', { name: 'Customers' }).getByRole('row').nth(10)).toBeVisible()
    await expect.poll(() => asked).toContain('/api/v1/scopes')
    expect(asked.filter((path) => path === '/api/v1/customers' || path === '/api/v1/me')).toHaveLength(2)
  } finally {
    await browser.close()
  }
})
