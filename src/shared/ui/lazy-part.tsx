import { lazy, useState, type ComponentType } from 'react'

export interface LazyPart<Props> {
  Body: ComponentType<Props>
  /** Starts to load the code, once. */
  preload: () => void
  /** Forgets a load that failed, so that the next render tries again. */
  retry: () => void
}

/**
 * A component whose code comes when it is first needed. Unlike with `React.lazy` alone it renders at once, without a
 * fallback, when the code is there already: a fallback stays on screen for 300 ms, even one that flashes.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined
  let loading: Promise<ComponentType<Props>> | undefined
  const start = () => {
    loading ??= load().then((component) => (loaded = component))
    return loading
  }
  const waitFor = (): ComponentType<Props> => lazy(async () => ({ default: await start() }))
  let waiting = waitFor()
  return {
    Body: (props) => {
      // Decided once for each instance: another type later would lose what is in it.
      const [Part] = useState(() => loaded ?? waiting)
      return <Part {...props} />
    },
    preload: () => void start().catch(() => undefined),
    retry: () => {
      if (loaded) return
      loading = undefined
      waiting = waitFor()
    },
  }
}
