import { use, type ComponentType } from 'react'

/** What every section is handed. */
export interface SectionProps {
  customerId: string
}

export interface LazySection {
  Body: ComponentType<SectionProps>
  /** Starts to load the code, once. */
  preload: () => void
  /** Forgets a load that failed, so that the next render tries again. */
  retry: () => void
}

/**
 * A section whose code comes when it is first needed. Unlike `React.lazy` it renders at once, without a fallback, when
 * the code is there already: a fallback that flashes is kept on screen for 300 ms.
 */
export function lazySection(load: () => Promise<ComponentType<SectionProps>>): LazySection {
  let loaded: ComponentType<SectionProps> | undefined
  let loading: Promise<ComponentType<SectionProps>> | undefined
  const start = () => {
    loading ??= load().then((component) => (loaded = component))
    return loading
  }
  return {
    Body: (props) => {
      const Loaded = loaded ?? use(start())
      return <Loaded {...props} />
    },
    preload: () => void start().catch(() => undefined),
    retry: () => {
      if (!loaded) loading = undefined
    },
  }
}
