import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ColourMark, markIndex } from '#/shared/ui/colour-mark.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { Highlight } from '#/shared/ui/highlight.tsx'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { TierBadge } from '#/shared/ui/tier-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'

describe('Field', () => {
  it('ties values to their labels and says when nothing is set', () => {
    render(
      <FieldList>
        <Field label="Email">ada@park.example</Field>
        <Field label="Fax">{null}</Field>
        <Field label="Notes">{''}</Field>
        <Field label="Orders">{0}</Field>
      </FieldList>,
    )
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Email', 'Fax', 'Notes', 'Orders'])
    const [email, fax, notes, orders] = screen.getAllByRole('definition')
    expect(email).toHaveTextContent('ada@park.example')
    expect(fax).toHaveTextContent('not set')
    expect(notes).toHaveTextContent('not set')
    expect(orders).toHaveTextContent('0')
  })

  it('copies its value and says so', async () => {
    const user = userEvent.setup()
    render(
      <FieldList>
        <Field label="Email" copy="ada@park.example">
          ada@park.example
        </Field>
      </FieldList>,
    )
    await user.click(screen.getByRole('button', { name: 'Copy Email' }))
    expect(await screen.findByText('Copied')).toBeInTheDocument()
    expect(await navigator.clipboard.readText()).toBe('ada@park.example')
  })

  it('says so when the clipboard refuses', async () => {
    const user = userEvent.setup()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    render(
      <Field label="Email" copy="x">
        x
      </Field>,
      { wrapper: FieldList },
    )
    await user.click(screen.getByRole('button', { name: 'Copy Email' }))
    expect(await screen.findByText('Could not copy')).toBeInTheDocument()
  })
})

describe('ErrorState', () => {
  it('says what happened, that nothing was lost, and offers a retry and the request id', async () => {
    const user = userEvent.setup()
    const retry = vi.fn<() => void>()
    render(<ErrorState title="The orders could not be loaded" requestId="r-1" onRetry={retry} />)
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('The orders could not be loaded')
    expect(alert).toHaveTextContent('Nothing was lost.')
    expect(alert).toHaveTextContent('r-1')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledOnce()
    expect(screen.getByRole('button', { name: 'Copy Request id' })).toBeEnabled()
  })
})

describe('Time', () => {
  it('shows the full time with its zone on keyboard focus, and Escape hides it', async () => {
    const user = userEvent.setup()
    render(<Time at="2021-03-12T10:00:00Z" />)
    await user.tab()
    const tip = await screen.findByRole('tooltip')
    expect(tip).toHaveTextContent('Mar 12, 2021')
    expect(screen.getByRole('button')).toHaveAccessibleDescription(tip.textContent)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('tooltip')).not.toBeInTheDocument())
  })

  it('says never for nothing and for what stands for it', () => {
    render(<Time at={null} />)
    render(<Time at="1900-01-01T00:00:00Z" />)
    expect(screen.getAllByText('Never')).toHaveLength(2)
  })

  it('is no tab stop in a table', async () => {
    const user = userEvent.setup()
    render(<Time at="2021-03-12T10:00:00Z" isInTable />)
    await user.tab()
    expect(document.body).toHaveFocus()
    expect(screen.getByTitle(/2021/u)).toBeInTheDocument()
  })
})

describe('a customer', () => {
  it('has the same mark everywhere, one of ten', () => {
    expect(markIndex('k7f2m9x1')).toBe(markIndex('k7f2m9x1'))
    const marks = new Set(Array.from({ length: 200 }, (_, index) => markIndex(`c${index}`)))
    expect([...marks].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    const { container } = render(<ColourMark id="k7f2m9x1" />)
    expect(container.firstChild).toHaveAttribute('aria-hidden', 'true')
  })

  it('differs by tier in a word', () => {
    render(<TierBadge tier="vip" />)
    render(<TierBadge tier="standard" />)
    expect(screen.getByText('VIP')).toBeInTheDocument()
    expect(screen.getByText('Standard')).toBeInTheDocument()
  })

  it('is marked where a search found it', () => {
    render(<Highlight text="Zoë Müller" words="mull" />)
    expect(screen.getByText('Müll').tagName).toBe('MARK')
  })
})

describe('lazy formats', () => {
  it('shows a phone number as stored, then as its country writes it', async () => {
    render(<Phone number="+15145550100" extension="22" />)
    expect(await screen.findByText('+1 514 555 0100 ext. 22')).toBeInTheDocument()
  })

  it('shows an address in the order of its country', async () => {
    const address = {
      firstName: 'Ada',
      lastName: 'Park',
      companyName: null,
      line1: 'Hauptstr. 1',
      line2: null,
      postbox: null,
      city: 'Berlin',
      regionCode: null,
      countryCode: 'DE',
      postalCode: '10115',
    }
    render(<PostalAddress address={address} />)
    expect(await screen.findByText('10115 Berlin')).toBeInTheDocument()
    expect(screen.getByText('Germany')).toBeInTheDocument()
  })
})
