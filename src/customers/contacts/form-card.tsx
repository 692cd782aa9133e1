import { Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { FormHeading } from '#/customers/contacts/cards.ts'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import { useFormInView } from '#/customers/editing/use-form-in-view.ts'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

interface Props {
  title: string
  /** How many fields it has, for their outline. */
  fields: number
  /** Loads the form again after it broke. */
  onRetry: () => void
  children: ReactNode
}

/** The form of one thing, in place of its card. */
export function FormCard({ title, fields, onRetry, children }: Props) {
  const heading = useFormInView()
  return (
    <>
      <FormHeading ref={heading}>{title}</FormHeading>
      <ErrorBoundary FallbackComponent={BrokenForm} onReset={onRetry}>
        <Suspense fallback={<FieldsSkeleton fields={fields} />}>{children}</Suspense>
      </ErrorBoundary>
    </>
  )
}
