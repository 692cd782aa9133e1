import { use, type ComponentType } from 'react'

export interface LazyPart<Props> {
  Body: ComponentType<Props>
  /** Starts to load the code, once. */
  preload: () => void
  /** Forgets a load that failed, so that the next render tries again. */
  retry: () => void
}

/**
 * A component whose code comes when it is first needed. Unlike `React.lazy` it renders at once, without a fallback, when
 * the code is there already: a fallback stays on screen for 300 ms, even one that flashes.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let isLoaded = false
  let loading: Promise<ComponentType<Props>> | undefined
  const start = () => {
    if (loading) return loading
    const promise = load().then((component) => {
      isLoaded = true
      // What React notes on a promise that it has seen settle: with it `use` does not wait, not even for the first time.
      Object.assign(promise, { status: 'fulfilled', value: component })
      return component
    })
    loading = promise
    return promise
  }
  return {
    Body: (props) => {
      const Loaded = use(start())
      return <Loaded {...props} />
    },
    preload: () => void start().catch(() => undefined),
    retry: () => {
      if (!isLoaded) loading = undefined
    },
  }
}
