import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * After a navigation a screen reader should be at the new page's heading, not at the link that is gone. The heading
 * may still be on its way: then main waits for it, and `PageHead` takes the focus over.
 */
export function useArrival() {
  const router = useRouter()
  const main = useRef<HTMLElement>(null)
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const heading = main.current?.querySelector<HTMLElement>('h1')
        ;(heading ?? main.current)?.focus({ preventScroll: true })
      }),
    [router],
  )
  return main
}
