import { styled } from '@mui/material/styles'
import { Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { AddressEditorProps } from '#/customers/addresses/address-editor.tsx'
import { addressName } from '#/customers/addresses/address-labels.ts'
import { isNew } from '#/customers/addresses/address-values.ts'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import { useFormInView } from '#/customers/editing/use-form-in-view.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { type } from '#/shared/theme/color.ts'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

const editor = lazyPart<AddressEditorProps>(
  async () => (await import('#/customers/addresses/address-editor.tsx')).AddressEditor,
)

export const preloadAddressEditor = editor.preload

const Heading = styled('h3')({ ...type.body, fontWeight: 600, marginBottom: 12, scrollMarginTop: 8 })

/** The form of one address, in place of its card. */
export function AddressFormCard(props: AddressEditorProps) {
  const heading = useFormInView()
  return (
    <>
      <Heading ref={heading}>{isNew(props.address) ? m.addresses_new() : addressName(props.address)}</Heading>
      <ErrorBoundary FallbackComponent={BrokenForm} onReset={editor.retry}>
        <Suspense fallback={<FieldsSkeleton fields={14} />}>
          <editor.Body {...props} />
        </Suspense>
      </ErrorBoundary>
    </>
  )
}
