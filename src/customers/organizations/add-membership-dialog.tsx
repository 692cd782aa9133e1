import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { Organization } from '#/contract/organizations.ts'
import { membershipIdsQuery, organizationSearchQuery } from '#/customers/organizations/organization.queries.ts'
import type { NamedOrganization } from '#/customers/organizations/save-membership.ts'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { SearchPicker, type PickerItem } from '#/shared/picker/search-picker.tsx'
import { usePickerWords } from '#/shared/picker/use-picker-words.ts'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

export interface AddMembershipProps {
  customerId: string
  subject: Subject
  /** Resolves when the customer is a member. */
  onAdd: (organization: NamedOrganization) => Promise<void>
  onClose: () => void
}

const cityOf = ({ addresses: [address] }: Organization) => address?.city ?? null

/** Searches the organizations and makes the customer a member of one. */
export function AddMembershipDialog({ customerId, subject, onAdd, onClose }: AddMembershipProps) {
  const titleId = useId()
  const [typed, setTyped] = useState('')
  const words = usePickerWords(typed)
  const query = useInfiniteQuery({ ...organizationSearchQuery(words), placeholderData: keepPreviousData })
  const { data: memberships, isError: isUnknown } = useQuery(membershipIdsQuery(customerId))
  const refresh = useRefreshAfterRefusal(customerId)
  const [chosen, setChosen] = useState<Organization>()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  // Two presses may come before the first one is rendered.
  const isSent = useRef(false)

  const found = query.data?.pages.flatMap(({ items }) => items) ?? []
  const itemOf = (organization: Organization): PickerItem => ({
    id: organization.id,
    name: organization.name,
    detail: [organization.number, cityOf(organization)].filter(Boolean).join(' · '),
    mark: organization.active ? undefined : m.record_inactive(),
    reason: memberships?.includes(organization.id) ? m.organizations_already_member() : undefined,
  })

  const add = async () => {
    if (!chosen || isSent.current) return
    isSent.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      await onAdd(chosen)
      onClose()
    } catch (error) {
      refresh(error)
      setFailure(failureText(error, m.errors_action_failed()))
    } finally {
      isSent.current = false
      setBusy(false)
    }
  }

  return (
    <Dialog open fullWidth maxWidth="sm" onClose={() => isBusy || onClose()} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{m.organizations_add_title()}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
        <CustomerSubject subject={subject} />
        {/* Adding twice does no harm, so not knowing is no reason to stop. */}
        {isUnknown ? <p>{m.organizations_memberships_unknown()}</p> : null}
        <SearchPicker
          label={m.organizations_search()}
          listLabel={m.organizations_found()}
          words={typed}
          onWords={setTyped}
          items={found.map(itemOf)}
          query={query}
          empty={words === '' ? m.organizations_none_at_all() : m.organizations_none_found()}
          chosenId={chosen?.id}
          onChoose={(id) => setChosen(found.find((organization) => organization.id === id))}
          onConfirm={() => void add()}
        />
        <output>
          {chosen
            ? m.organizations_add_chosen({ name: [chosen.name, chosen.number].filter(Boolean).join(' ') })
            : m.organizations_add_none()}
        </output>
        {failure === undefined ? null : <FormAlert>{failure}</FormAlert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isBusy}>
          {m.common_cancel()}
        </Button>
        <Button variant="contained" onClick={() => void add()} aria-disabled={!chosen || isBusy} aria-busy={isBusy}>
          {m.organizations_add_confirm()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
