import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { chromiumFlags, chromiumPath } from '#tests/chromium.ts'
import { timeToSee, withStopwatch, type Sight } from '#tests/bench/stopwatch.ts'

export interface FoundCustomer {
  id: string
  customerNumber: string
}

export const rowSelector = 'table[aria-label="Customers"] tbody tr[data-index]'
export const listRows: Sight = { selector: rowSelector, atLeast: 10 }
export const panelOf = (id: string) => `[role="tabpanel"][data-record="${id}"]`

/** The account of a record with the values of its fields. */
export const fieldsOf = (id: string): Sight => ({ selector: `${panelOf(id)} dd`, atLeast: 10 })

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Somebody at the product who is signed in; every visit has an empty cache. */
export class Person {
  readonly #browser: Browser
  readonly #baseURL: string
  readonly #cookies: Cookies

  private constructor(browser: Browser, baseURL: string, cookies: Cookies) {
    this.#browser = browser
    this.#baseURL = baseURL
    this.#cookies = cookies
  }

  static async signIn(baseURL: string, password: string): Promise<Person> {
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags })
    const context = await browser.newContext({ baseURL })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByLabel('Username').fill('admin')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('table', { name: 'Customers' }).waitFor()
    const cookies = await context.cookies()
    await context.close()
    return new Person(browser, baseURL, cookies)
  }

  get browserVersion(): string {
    return this.#browser.version()
  }

  async newPage(): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: this.#baseURL, viewport: { width: 1440, height: 900 } })
    await context.addCookies(this.#cookies)
    return withStopwatch(await context.newPage())
  }

  /** Does something in a page of its own. */
  async visit<T>(at: string, sight: Sight, act: (page: Page) => Promise<T>): Promise<T> {
    const page = await this.newPage()
    try {
      await page.goto(at)
      await timeToSee(page, sight)
      return await act(page)
    } finally {
      await page.context().close()
    }
  }

  /** The first customers by name that are people. */
  async customers(query: string): Promise<FoundCustomer[]> {
    const page = await this.newPage()
    try {
      const answer = await page.request.get(`/api/v1/customers?${query}`)
      const { items } = (await answer.json()) as { items: FoundCustomer[] }
      return items
    } finally {
      await page.context().close()
    }
  }

  leave(): Promise<void> {
    return this.#browser.close()
  }
}

/** Address of some open records, the first of them shown. */
export function addressOf(customers: readonly FoundCustomer[]): string {
  const [first] = customers
  if (!first) throw new Error('there are no customers to open')
  return `/customers/${first.id}/account?open=${customers.map(({ id }) => `${id}.account`).join('_')}`
}
