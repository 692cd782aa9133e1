import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { Address } from '#/contract/addresses.ts'
import { DeleteAddressDialog } from '#/customers/addresses/delete-address-dialog.tsx'
import { useDeleteAddress } from '#/customers/addresses/use-delete-address.ts'
import { usePreferAddress } from '#/customers/addresses/use-prefer-address.ts'
import { createSession } from '#/shared/session/session.ts'
import { SessionProvider } from '#/shared/session/session-context.ts'
import { NoticesProvider } from '#/shared/ui/notice-region.tsx'
import { createNotices } from '#/shared/ui/notices.ts'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { RecordPanels } from '#/workspace/record-panels.tsx'
import { TitlesProvider } from '#/workspace/record-titles.tsx'
import { ShownRecordTeller } from '#/workspace/shown-record.tsx'
import { Workspace } from '#/workspace/workspace.ts'
import { WorkspaceProvider } from '#/workspace/workspace-context.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'

const sequences = 1000
const ids = ['ada', 'bo', 'muller', 'two-homes', 'orders', 'shopper']
const name = (id: string) => `Customer ${id}`
const titles = new Map(ids.map((id) => [id, { name: name(id), number: `No. ${id}` }]))

/** Numbers between 0 and 1, the same in every run. */
function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** A record with the hooks and the question of the addresses, and little else. */
const kindOf = (sample: Address): RecordKind => ({
  useTitles: () => titles,
  Record: function Record({ id }) {
    const prefer = usePreferAddress(id)
    const remove = useDeleteAddress(id)
    const [isAsking, setAsking] = useState(false)
    const subject = { id, name: name(id), number: `No. ${id}` }
    return (
      <>
        <button type="button" onClick={() => void prefer('isPreferredBilling', `address-of-${id}`)}>
          Save
        </button>
        <button type="button" onClick={() => setAsking(true)}>
          Delete…
        </button>
        {isAsking ? (
          <DeleteAddressDialog
            address={{ ...sample, id: `address-of-${id}` }}
            subject={subject}
            onCancel={() => setAsking(false)}
            onConfirm={async () => {
              setAsking(false)
              await remove({ ...sample, id: `address-of-${id}` })
            }}
          />
        ) : null}
      </>
    )
  },
})

async function renderRecords() {
  const path = { id: 'two-homes' }
  const [sample] = (await mockBackend().callAs('admin', 'listAddresses', { path })).items
  if (!sample) throw new Error('no address')
  const random = numbersFrom(6)
  const late = async () => new Promise((resolve) => setTimeout(resolve, random() * 30))
  const patched = mock('patchAddress', async ({ path: { addressId } }) => {
    await late()
    return { ...sample, id: addressId }
  })
  const deleted = mock('deleteAddress', async () => {
    await late()
    return null
  })
  const open = ids.map((id) => `${id}.addresses`).join('_')
  const workspace = new Workspace(createMemoryHistory({ initialEntries: [`/customers/ada/addresses?open=${open}`] }))
  const kind = kindOf(sample)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider value={createSession()}>
        <NoticesProvider value={createNotices()}>
          <WorkspaceProvider value={workspace}>
            <TitlesProvider kind={kind}>
              <ShownRecordTeller>
                <RecordPanels kind={kind} />
              </ShownRecordTeller>
            </TitlesProvider>
          </WorkspaceProvider>
        </NoticesProvider>
      </SessionProvider>
    </QueryClientProvider>,
  )
  return { workspace, patched, deleted, random }
}

it('sends the id that was shown when it was clicked, in a thousand quick switches, saves and answers', async () => {
  const { workspace, patched, deleted, random } = await renderRecords()
  const shown = () => workspace.store.getState().active ?? ''
  const panel = () => screen.getByRole('tabpanel')
  const saved: string[] = []
  const confirmed: string[] = []

  for (let round = 0; round < sequences; round += 1) {
    const id = ids[Math.floor(random() * ids.length)] ?? 'ada'
    act(() => workspace.show(id))
    expect(panel()).toHaveAttribute('data-record', shown())
    const what = random()
    if (what < 0.7) {
      saved.push(shown())
      fireEvent.click(within(panel()).getByText('Save'))
      continue
    }
    fireEvent.click(within(panel()).getByText('Delete…'))
    // Its code is loaded by the first one.
    const question = round < 20 ? await screen.findByRole('dialog') : screen.getByRole('dialog')
    expect(question).toHaveTextContent(name(shown()))
    const answer = within(question).getByText('Delete')
    // By pointer it has to be pressed twice right after a switch.
    if (what < 0.85) fireEvent.click(answer, { detail: 1 })
    confirmed.push(shown())
    fireEvent.click(answer, { detail: what < 0.85 ? 1 : 0 })
    act(() => workspace.show(ids[Math.floor(random() * ids.length)] ?? 'ada'))
    expect(screen.queryByRole('dialog')).toBeNull()
  }

  const idsOf = (calls: readonly { path: { id: string; addressId: string } }[]) =>
    calls.map(({ path: { id, addressId } }) => `${id} ${addressId}`).toSorted()
  const wanted = (clicked: readonly string[]) => clicked.map((id) => `${id} address-of-${id}`).toSorted()
  await waitFor(() => expect(patched).toHaveLength(saved.length), { timeout: 20_000 })
  await waitFor(() => expect(deleted).toHaveLength(confirmed.length), { timeout: 20_000 })
  expect(idsOf(patched)).toEqual(wanted(saved))
  expect(idsOf(deleted)).toEqual(wanted(confirmed))
}, 120_000)
