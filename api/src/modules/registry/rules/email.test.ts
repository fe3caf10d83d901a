import { expect, it } from 'vitest'
import { readEmail } from './email.ts'

it.each([
  ['bousai@mihon-aoba.example', { email: 'bousai@mihon-aoba.example' }],
  ['ｂｏｕｓａｉ＠mihon.example', { email: 'bousai@mihon.example' }],
  ['bousai.mihon-aoba.example', { fault: 'EMAIL_WITHOUT_AT' }],
  ['bousai@mihon', { fault: 'WRONG_FORMAT' }],
  ['a@b@mihon.example', { fault: 'WRONG_FORMAT' }],
])('%s', (typed, read) => {
  expect(readEmail(typed)).toEqual(read)
})
