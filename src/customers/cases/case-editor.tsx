import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Case } from '#/contract/cases.ts'
import { caseEditable, caseFieldLabel, type CaseBody, type CaseControl } from '#/customers/cases/case-editable.ts'
import { optionsOf, usualContactMethods, usualPriorities, usualTypes } from '#/customers/cases/case-text.ts'
import type { CaseField } from '#/customers/cases/case-values.ts'
import { useAssignees } from '#/customers/cases/use-assignees.ts'
import { caseProductsQuery } from '#/customers/cases/case.queries.ts'
import { addCaseMutation, saveCaseMutation, type CaseCreate } from '#/customers/cases/save-case.ts'
import { useCaseRefresh } from '#/customers/cases/use-case-refresh.ts'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { DateField } from '#/shared/form/date-field.tsx'
import { SelectField, type Option } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { TextListField } from '#/shared/form/text-list-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

interface Known {
  assignees: ReturnType<typeof useAssignees>
  products: readonly Option[]
}

/** Only one of each; the first one counts. */
const oneEach = (options: readonly Option[]): Option[] => [
  ...new Map(options.toReversed().map((option) => [option.value, option])).values(),
]

/** Whom the case can be given to, and the products it can be about. */
function useKnown(customerId: string, { assignee, relatedProduct }: Case): Known {
  const { data: products = [] } = useQuery({ ...caseProductsQuery(customerId), enabled: useMay('billing:read') })
  const option = (thing: { id: string | null } | null, name: string | null | undefined) =>
    thing?.id == null ? [] : [{ value: thing.id, label: name ?? thing.id }]
  return {
    assignees: useAssignees(customerId, assignee),
    products: oneEach([
      ...option(relatedProduct, relatedProduct?.name),
      ...products.map(({ id, name }) => ({ value: id, label: name })),
    ]),
  }
}

interface FieldsProps {
  control: CaseControl
  base: Case
  known: Known
}

function CaseFields({ control, base, known }: FieldsProps) {
  const field = <Name extends CaseField>(name: Name) => ({ control, name, label: caseFieldLabel(name) })
  // One that no id stands for stays until another is chosen.
  const nobody = (base.assignee?.id === null ? base.assignee.displayName : null) ?? m.cases_nobody()
  const noProduct = (base.relatedProduct?.id === null ? base.relatedProduct.name : null) ?? m.cases_none()
  return (
    <FieldArea style={{ paddingLeft: 10 }}>
      <FieldGrid>
        <TextField {...field('subject')} isRequired isWide maxLength={200} />
        <TextField {...field('description')} isMultiline isWide />
        <SelectField {...field('type')} options={optionsOf('caseType', usualTypes)} emptyLabel={m.cases_none()} />
        <SelectField
          {...field('priority')}
          options={optionsOf('casePriority', usualPriorities)}
          emptyLabel={m.cases_none()}
        />
        <DateField {...field('deadline')} />
        <SelectField
          {...field('contactMethod')}
          options={optionsOf('contactMethod', usualContactMethods)}
          emptyLabel={m.cases_none()}
        />
        <SelectField {...field('assigneeId')} {...known.assignees} emptyLabel={nobody} />
        <SelectField {...field('relatedProductId')} options={known.products} emptyLabel={noProduct} />
        <TextListField {...field('tags')} hint={m.cases_tags_hint()} isWide maxLength={60} />
      </FieldGrid>
    </FieldArea>
  )
}

export interface CaseEditorProps {
  customerId: string
  /** Id of the case, or the name of the form of a new one. */
  formKey: string
  /** The version that the edit starts from; one with an empty version is new. */
  version: Case
  /** The newest version that was read. */
  current?: Case | undefined
  /** Why it may not be saved any more. */
  reason: string | undefined
  /** The edit is over; says whether the focus was in it, and which case came of it. */
  onDone: (hadFocus: boolean, savedId: string | undefined) => void
}

/** A case as fields. */
export function CaseEditor({ customerId, formKey, version, current, reason, onDone }: CaseEditorProps) {
  const subject = useSubject(customerId)
  const { mutateAsync: add } = useMutation(addCaseMutation(customerId))
  const { mutateAsync: change } = useMutation(saveCaseMutation(customerId))
  const savedId = useRef<string>(undefined)
  // The same for what is drawn: a save that follows at once needs the other.
  const [shownId, setShownId] = useState(version.id)
  const refresh = useCaseRefresh(customerId, shownId)
  const known = useKnown(customerId, current ?? version)
  const editable = caseEditable(formKey, version, (field, id) => {
    const options = field === 'assigneeId' ? known.assignees.options : known.products
    return options.find(({ value }) => value === id)?.label
  })

  const save = async ({ patch, ifMatch, idempotencyKey }: Edit<CaseBody>) => {
    const caseId = savedId.current ?? version.id
    const saved =
      ifMatch === ''
        ? await add({ body: patch as CaseCreate, idempotencyKey })
        : await change({ caseId, patch, ifMatch, idempotencyKey })
    savedId.current = saved.id
    setShownId(saved.id)
    return saved
  }

  return (
    <RecordEditor
      editable={editable}
      version={version}
      current={current}
      subject={subject}
      save={save}
      {...refresh}
      lost={reason === undefined ? undefined : { text: reason, isReadOnly: true }}
      onDone={(hadFocus) => onDone(hadFocus, savedId.current)}
    >
      {(control, base) => <CaseFields control={control} base={base} known={known} />}
    </RecordEditor>
  )
}
