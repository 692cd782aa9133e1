import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { Suspense, useState } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { narrow } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const { Body } = lazyPart(async () => (await import('#/customers/orders/order-values.tsx')).OrderValues)

// As high as what comes, so that the table below does not jump.
const Place = styled('div')({ flex: 'none', minHeight: 128, marginBottom: 12, [narrow]: { minHeight: 196 } })

/** The button that shows and hides the chart of order values, and the place for the chart; kept with the record. */
export function useOrderValuePanel(customerId: string) {
  const workspace = useWorkspace()
  const isNarrow = useMediaQuery(narrow, { noSsr: true })
  const [chosen, setChosen] = useState(workspace.recall(customerId, 'orders/values'))
  // Where it is narrow the rows need the room.
  const isShown = typeof chosen === 'number' ? chosen === 1 : !isNarrow
  const toggle = () => {
    const next = isShown ? 0 : 1
    workspace.remember(customerId, 'orders/values', next)
    setChosen(next)
  }
  return {
    toggle: (
      <Button size="small" aria-expanded={isShown} onClick={toggle}>
        {m.orders_value()}
      </Button>
    ),
    panel: isShown ? (
      <Place>
        <Suspense fallback={null}>
          <Body customerId={customerId} />
        </Suspense>
      </Place>
    ) : null,
  }
}
