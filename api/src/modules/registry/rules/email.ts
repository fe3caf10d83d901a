import { unspaced } from './text.ts'

/** An e-mail address, or why it is none. */
export function readEmail(typed: string): { email: string } | { fault: 'EMAIL_WITHOUT_AT' | 'WRONG_FORMAT' } {
  const email = unspaced(typed)
  if (!email.includes('@')) return { fault: 'EMAIL_WITHOUT_AT' }
  return /^[^\s@,;<>]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(email) ? { email } : { fault: 'WRONG_FORMAT' }
}
