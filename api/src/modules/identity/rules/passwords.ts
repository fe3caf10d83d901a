/** Characters at least; longer is stronger than stranger (NIST SP 800-63B). */
export const SHORTEST_PASSWORD = 10
/** Characters at most; beyond this a password would only cost time to hash. */
export const LONGEST_PASSWORD = 128

export type PasswordMistake = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_COMMON'

/** What is wrong with a new password, or null. There are no rules about kinds of characters. */
export function passwordMistake(password: string, email = ''): PasswordMistake | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'PASSWORD_TOO_SHORT'
  if (length > LONGEST_PASSWORD) return 'PASSWORD_TOO_LONG'
  return isCommon(password.normalize('NFKC').toLowerCase(), email.toLowerCase())
    ? 'PASSWORD_TOO_COMMON'
    : null
}

function isCommon(password: string, email: string): boolean {
  const letters = password.replace(/[^\p{L}]/gu, '')
  return (
    mostUsed.has(password) ||
    // A well-known word with figures around it: password2026, yui12345678.
    (letters !== '' &&
      mostUsedWords.has(letters) &&
      /^[\d\p{P}\p{S}]*\p{L}+[\d\p{P}\p{S}]*$/u.test(password)) ||
    isRepetition(password) ||
    isSequence(password) ||
    [email, email.split('@')[0]].includes(password)
  )
}

/** `aaaaaaaaaa`, `abcabcabcabc`: a short piece over and over. */
const isRepetition = (password: string) => /^(.{1,4})\1+$/u.test(password)

/** `1234567890`, `abcdefghij`, `9876543210`: each character follows from the one before. */
function isSequence(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  return (steps.size === 1 && (steps.has(1) || steps.has(-1))) || /^0?1234567890?\d*$/.test(password)
}

// What guessing programs try first, of ten characters and more, and the words they put figures around.
const mostUsed = new Set([
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '1qazxsw23edc',
  'q1w2e3r4t5',
  'q1w2e3r4t5y6',
  'qwer123456',
  'qwertyuiop',
  'qwertyuiop[]',
  'qwerty12345',
  'asdfghjkl;',
  'asdfghjkl1',
  'zxcvbnm123',
  'zaq12wsxcde3',
  'a123456789',
  'aa12345678',
  'aa123456789',
  '123456789a',
  '1234567890a',
  'abc1234567',
  'abcd123456',
  'p@ssw0rd123',
  'p@ssword123',
  'pass1234567',
  'passw0rd123',
  '0987654321',
  '1029384756',
  '1122334455',
  '1212121212',
  '9876543210',
])
const mostUsedWords = new Set([
  'password',
  'passw',
  'passwd',
  'pass',
  'qwerty',
  'qwertyuiop',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'sakura',
  'arigato',
  'nippon',
  'japan',
  'tokyo',
  'yamagata',
  'fukushi',
  'kaigo',
  'yui',
  'yuiyui',
  'shisetsu',
  'hojin',
  'abc',
  'abcdef',
  'asdf',
  'asdfgh',
  'asdfghjkl',
  'zxcvbnm',
])
