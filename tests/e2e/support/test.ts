import { test as onPortal } from '../../support/browser.ts'
import { bringSession, type Person } from './people.ts'

export { expect, expectAccessible, keepFile, keepScreen, secondAddress } from '../../support/browser.ts'

interface Options {
  /** Who is signed in when the test begins; nobody unless said. */
  person: Person | null
}

/** The portal's test, with somebody signed in if the test says so: `test.use({ person: 'director' })`. */
export const test = onPortal.extend<Options>({
  person: [null, { option: true }],
  context: async ({ context, person }, use) => {
    if (person) await bringSession(context, person)
    await use(context)
  },
})
