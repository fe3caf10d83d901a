import { expect, test } from 'vitest'
import { pathAfterSignIn, signInPath } from './sign-in.ts'

test('the log-in page leads back to where the person was', () => {
  const path = signInPath('/facilities/1?tab=a#contacts')
  expect(pathAfterSignIn(new URL(path, 'http://x').searchParams.get('next'))).toBe(
    '/facilities/1?tab=a#contacts',
  )
  expect(signInPath()).toBe('/login')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\\\evil.example',
  'javascript:alert(1)',
  '',
  undefined,
])('nobody is led to %s', (next) => {
  expect(pathAfterSignIn(next)).toBe('/')
})
