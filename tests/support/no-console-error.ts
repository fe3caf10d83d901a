import { afterEach, beforeEach } from 'vitest'

const original = console.error
let printed: string[] = []

beforeEach(() => {
  printed = []
  console.error = (...values: unknown[]) => {
    printed.push(values.map(String).join(' '))
    original(...values)
  }
})

// Whatever complains on the console during a test is a fault somebody else would meet in production.
afterEach(() => {
  console.error = original
  if (printed.length > 0) throw new Error(`console.error was called:\n${printed.join('\n')}`)
})
