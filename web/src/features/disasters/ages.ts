import { useEffect, useState } from 'react'

/** From this age on a figure is old. */
export const OLD_AFTER = 120

/** Minutes of the event between two moments. */
export const minutesBetween = (from: string, to: Date, clockRate: number): number =>
  Math.max(0, Math.floor(((to.getTime() - new Date(from).getTime()) * clockRate) / 60_000))

/** The present moment, moving on by itself; in a fast drill more often. */
export function useMoment(clockRate: number, stopped: string | null): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (stopped) return
    const timer = setInterval(() => setNow(new Date()), everyMs(clockRate))
    return () => clearInterval(timer)
  }, [clockRate, stopped])
  return stopped ? new Date(stopped) : now
}

/** Deadlines pass without an event: the server is asked again now and then while the screen is looked at. */
export function useReadAgain(readAgain: () => void, clockRate: number, over: boolean): void {
  useEffect(() => {
    if (over) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') readAgain()
    }, everyMs(clockRate))
    return () => clearInterval(timer)
  }, [readAgain, clockRate, over])
}

const everyMs = (clockRate: number) => Math.max(10_000, Math.round(60_000 / clockRate))
