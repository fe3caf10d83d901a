import { createElement, use, type FunctionComponent } from 'react'
import { wordsOfTheScreen } from '../lib/language.ts'

interface LazyPage {
  (): React.ReactNode
  /** Fetches the code; called when a link to the page is pointed at. */
  preload: () => Promise<void>
}

/**
 * A page whose code is fetched when somebody goes there. Unlike the router's own, it never reloads the window when
 * that fails: without a connection a reload would throw away what stands on the screen.
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, FunctionComponent>>,
  name: Name,
): LazyPage {
  let component: FunctionComponent | undefined
  let failure: { cause: unknown } | undefined
  let loading: Promise<void> | undefined

  const preload = () => {
    failure = undefined
    loading ??= load()
      .then(async (module) => {
        await wordsOfTheScreen()
        component = module[name]
      })
      .catch((cause: unknown) => {
        failure = { cause }
      })
      .finally(() => {
        loading = undefined
      })
    return loading
  }
  function Page() {
    if (failure) throw failure.cause
    if (!component) use(loading ?? preload())
    return component && createElement(component)
  }
  return Object.assign(Page, { preload })
}
