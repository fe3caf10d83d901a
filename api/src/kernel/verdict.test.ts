import { expect, it } from 'vitest'
import { all, allow, any, deny } from './verdict.ts'

it('all verdicts allow, or the first refusal counts', () => {
  expect(all()).toEqual(allow)
  expect(all(allow, allow)).toEqual(allow)
  expect(all(allow, deny('FIRST'), deny('SECOND'))).toEqual(deny('FIRST'))
})

it('any verdict allows, or the last refusal counts', () => {
  expect(any(deny('FIRST'), allow)).toEqual(allow)
  expect(any(deny('FIRST'), deny('LAST'))).toEqual(deny('LAST'))
})
