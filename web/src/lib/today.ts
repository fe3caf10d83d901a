import { useEffect } from 'react'
import { today } from './dates.ts'
import { createStore, useStore } from './store.ts'

const day = createStore(today())
const MINUTE = 60_000

/** Today in Japan; a screen that stays open over midnight changes with it. */
export function useToday(): string {
  useEffect(() => {
    const look = () => day.set(today())
    const timer = setInterval(look, MINUTE)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return useStore(day)
}
