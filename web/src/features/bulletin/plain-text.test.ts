import { expect, it } from 'vitest'
import { partsOf } from './plain-text.ts'

const addresses = (text: string) => partsOf(text).flatMap(({ address }) => address ?? [])

it.each([
  ['くわしくは https://mihon.example/a?b=c#d をご覧ください。', ['https://mihon.example/a?b=c#d']],
  ['（https://mihon.example/）。', ['https://mihon.example/']],
  [
    'See https://mihon.example/a. Then http://mihon.example!',
    ['https://mihon.example/a', 'http://mihon.example'],
  ],
  ['javascript:alert(1) や data:text/html,x は押せません', []],
  ['https:// だけ', []],
])('%s', (text, found) => expect(addresses(text)).toEqual(found))

it('loses nothing of the text', () => {
  const text = '前 https://mihon.example/。後\nhttps://mihon.example/2'
  expect(
    partsOf(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})
