import type { Subscription, SubscriptionFacets } from '#/contract/subscriptions.ts'
import { useOccurring } from '#/customers/products/use-occurring.ts'
import { isFiltered, noFilters, type ProductView } from '#/customers/products/product-view.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { SwitchFilter } from '#/shared/filter/switch-filter.tsx'
import { WordsFilter } from '#/shared/filter/words-filter.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

interface Props {
  /** What occurs, with how often; not every source says it. */
  facets: SubscriptionFacets | undefined
  /** The rows that are loaded: without facets, what they hold can be filtered for. */
  products: readonly Subscription[]
  view: ProductView
  onChange: (change: Partial<ProductView>) => void
  words: string
  onWords: (words: string) => void
  problem: string | undefined
}

/** Filters of what a customer has; each applies at once. Only what occurs can be chosen. */
export function ProductFilters({ facets, products, view, onChange, words, onWords, problem }: Props) {
  const inRows = <Key extends 'type' | 'status'>(key: Key) => products.map((product) => product[key])
  const types = useOccurring('productType', facets?.types, inRows('type'), view.type)
  const statuses = useOccurring('subscriptionStatus', facets?.statuses, inRows('status'), view.status)
  const canBeDiscounted = view.isDiscounted || (facets ? facets.discounted > 0 : products.some((one) => one.discounted))
  return (
    <>
      <WordsFilter label={m.products_filter_words()} words={words} onWords={onWords} problem={problem} />
      {types.length > 0 ? (
        <ChoiceFilter
          label={m.products_type()}
          options={types}
          chosen={view.type}
          onChange={(type) => onChange({ type })}
        />
      ) : null}
      {statuses.length > 0 ? (
        <ChoiceFilter
          label={m.products_status()}
          options={statuses}
          chosen={view.status}
          onChange={(status) => onChange({ status })}
        />
      ) : null}
      <DateRangeFilter
        label={m.products_started()}
        from={view.from}
        to={view.to}
        onChange={({ from, to }) => onChange({ from, to })}
      />
      {canBeDiscounted ? (
        <SwitchFilter
          label={m.products_filter_discounted()}
          count={facets?.discounted}
          isOn={view.isDiscounted}
          onChange={(isDiscounted) => onChange({ isDiscounted })}
        />
      ) : null}
      {isFiltered(view, words) ? (
        <ClearButton
          size="small"
          onClick={() => {
            onChange(noFilters)
            onWords('')
          }}
        >
          {m.products_clear_filters()}
        </ClearButton>
      ) : null}
    </>
  )
}
