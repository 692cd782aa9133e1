import { styled } from '@mui/material/styles'
import { Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { InvoiceEditorProps } from '#/customers/billing/invoice-editor.tsx'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import { useFormInView } from '#/customers/editing/use-form-in-view.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

const editor = lazyPart<InvoiceEditorProps>(
  async () => (await import('#/customers/billing/invoice-editor.tsx')).InvoiceEditor,
)

export const preloadInvoiceEditor = editor.preload

const Root = styled('div')({
  padding: '12px 16px 16px',
  borderBottom: `1px solid ${color.hairline}`,
  '& > h4': { ...type.body, fontWeight: 600, marginBottom: 12, scrollMarginTop: 8 },
})

/** The form of one new invoice, above the table. */
export function NewInvoiceCard(props: InvoiceEditorProps) {
  const heading = useFormInView()
  return (
    <Root>
      <h4 ref={heading}>{m.billing_new_invoice()}</h4>
      <ErrorBoundary FallbackComponent={BrokenForm} onReset={editor.retry}>
        <Suspense fallback={<FieldsSkeleton fields={4} />}>
          <editor.Body {...props} />
        </Suspense>
      </ErrorBoundary>
    </Root>
  )
}
