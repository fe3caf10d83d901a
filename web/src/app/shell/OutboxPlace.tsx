import { Suspense, useEffect, useState, type ComponentType } from 'react'

/** The place of 送信待ち in the top bar. Its code, and the service worker, come when the page stands. */
export function OutboxPlace() {
  const [Count, setCount] = useState<ComponentType>()
  useEffect(() => {
    let gone = false
    const load = async () => {
      const { OutboxCount, keepReadyWithoutNetwork } = await import('./late.ts')
      keepReadyWithoutNetwork()
      if (!gone) setCount(() => OutboxCount)
    }
    const timer = setTimeout(() => void load().catch(() => {}), 1_000)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
  if (!Count) return null
  // While its words are fetched only its own place is empty, not the page.
  return (
    <Suspense fallback={null}>
      <Count />
    </Suspense>
  )
}
