import { stopRequest } from './stop-request.ts'

const began = Number(process.env.YUI_BEGAN ?? Date.now())

/** Seconds since the person pressed return, bootstrap included. */
export function elapsed(): number {
  return (Date.now() - began) / 1000
}

/** Prints one line of progress with the seconds gone by. */
export function say(message: string): void {
  console.log(`[${elapsed().toFixed(1).padStart(5)}s] ${message}`)
}

/** Announces a piece of work, and that it is done when one could have wondered. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  stopRequest.throwIfAborted()
  say(`${title}…`)
  const start = Date.now()
  const reminder = setInterval(() => say(`${title}… 続けています`), 10_000)
  try {
    const result = await work()
    if (Date.now() - start > 1_000) say(`${title} 済`)
    return result
  } finally {
    clearInterval(reminder)
  }
}
