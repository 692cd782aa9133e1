import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { Case } from '#/contract/cases.ts'
import { CaseComments } from '#/customers/cases/case-comments.tsx'
import type { CaseEditorProps } from '#/customers/cases/case-editor.tsx'
import { CaseFacts } from '#/customers/cases/case-facts.tsx'
import { caseAddress } from '#/customers/cases/case-link.ts'
import { caseName, reopenedAs } from '#/customers/cases/case-text.ts'
import type { CommentEditorProps } from '#/customers/cases/comment-editor.tsx'
import type { StatusEditorProps } from '#/customers/cases/status-editor.tsx'
import { commentForm, statusForm, useOpenForm } from '#/customers/cases/use-case-forms.ts'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import { useSectionEdit } from '#/customers/editing/use-section-edit.ts'
import { PenButton } from '#/customers/record/pen-button.tsx'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { externalAddress, ExternalLink } from '#/shared/ui/external-link.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { lazyPart, type LazyPart } from '#/shared/ui/lazy-part.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useCopyText } from '#/shared/ui/use-copy-text.ts'

const caseEditor = lazyPart<CaseEditorProps>(async () => (await import('#/customers/cases/case-editor.tsx')).CaseEditor)
const commentEditor = lazyPart<CommentEditorProps>(
  async () => (await import('#/customers/cases/comment-editor.tsx')).CommentEditor,
)
const statusEditor = lazyPart<StatusEditorProps>(
  async () => (await import('#/customers/cases/status-editor.tsx')).StatusEditor,
)

const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })
const FormCard = styled('section')({
  padding: 12,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  '& > h4': { marginBottom: 8 },
})

interface FormProps<P> {
  part: LazyPart<P>
  title?: string
  children: ReactNode
}

function Form<P>({ part, title, children }: FormProps<P>) {
  return (
    <FormCard aria-label={title}>
      {title === undefined ? null : <h4>{title}</h4>}
      <ErrorBoundary FallbackComponent={BrokenForm} onReset={part.retry}>
        <Suspense fallback={<FieldsSkeleton fields={2} />}>{children}</Suspense>
      </ErrorBoundary>
    </FormCard>
  )
}

interface Props {
  customerId: string
  shown: Case
  /** Why no case of this customer may be written. */
  reason: string | undefined
}

/** A case as it is read, and its forms: its fields, its status, a comment. */
export function CaseBody({ customerId, shown, reason }: Props) {
  const { id } = shown
  const copy = useCopyText()
  const { data: template } = useQuery({ ...configQuery, select: ({ links }) => links['case'] })
  const elsewhere = externalAddress(template, { number: shown.number })
  const { edited, start, finish, pen } = useSectionEdit(customerId, `cases/${id}`, shown, reason)
  const { button: statusButton, ...status } = useOpenForm<{ version: Case; proposed?: string }>(
    customerId,
    statusForm(id),
    {
      version: shown,
    },
  )
  const { button: commentButton, ...comment } = useOpenForm<true>(customerId, commentForm(id), true)
  const isOpen = shown.status.class === 'open'
  const propose = (proposed?: string) =>
    status.open(proposed === undefined ? { version: shown } : { version: shown, proposed })
  const name = caseName(shown)

  return (
    <>
      <Actions>
        {isOpen ? (
          <ReasonButton
            ref={statusButton}
            label={m.cases_close_case()}
            icon="checkCircle"
            reason={reason}
            onPress={() => propose('closed')}
            onIntent={statusEditor.preload}
          />
        ) : (
          <ReasonButton
            ref={statusButton}
            label={m.cases_reopen_case()}
            icon="undo"
            reason={reason}
            onPress={() => propose(reopenedAs(shown))}
            onIntent={statusEditor.preload}
          />
        )}
        <ReasonButton
          label={m.cases_change_status()}
          icon="tag"
          reason={reason}
          onPress={() => propose()}
          onIntent={statusEditor.preload}
        />
        {edited ? null : (
          <PenButton ref={pen} label={m.cases_edit()} reason={reason} onEdit={start} onIntent={caseEditor.preload} />
        )}
      </Actions>
      {status.start ? (
        <Form part={statusEditor} title={m.cases_change_status()}>
          <statusEditor.Body
            customerId={customerId}
            version={status.start.version}
            current={shown}
            proposed={status.start.proposed}
            reason={reason}
            onDone={status.finish}
          />
        </Form>
      ) : null}
      {edited ? (
        <Form part={caseEditor}>
          <caseEditor.Body
            customerId={customerId}
            formKey={id}
            version={edited}
            current={shown}
            reason={reason}
            onDone={finish}
          />
        </Form>
      ) : (
        <CaseFacts item={shown} />
      )}
      <Actions>
        {elsewhere === undefined ? null : (
          <ExternalLink href={elsewhere} title={m.orders_external_text()}>
            {m.cases_open_elsewhere()}
          </ExternalLink>
        )}
        <Button
          variant="text"
          size="small"
          startIcon={<Icon name="copy" size={14} />}
          onClick={() => void copy(caseAddress(customerId, id), m.cases_link_copied({ name }))}
        >
          {m.cases_copy_link()}
        </Button>
      </Actions>
      <CaseComments comments={shown.comments} />
      {comment.start ? (
        <Form part={commentEditor} title={m.cases_new_comment()}>
          <commentEditor.Body customerId={customerId} caseId={id} reason={reason} onDone={comment.finish} />
        </Form>
      ) : (
        <Actions>
          <ReasonButton
            ref={commentButton}
            label={m.cases_add_comment()}
            icon="plus"
            reason={reason}
            onPress={() => comment.open(true)}
            onIntent={commentEditor.preload}
          />
        </Actions>
      )}
    </>
  )
}
