// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import { render } from '../testing/render.tsx'
import { switchLanguage } from './language.ts'
import { defineTexts } from './texts.ts'

const useGreeting = defineTexts({ hello: (name: string) => `${name}さん、こんにちは` }, () =>
  Promise.resolve({ hello: (name) => `Hello, ${name}` }),
)

function Greeting() {
  return <p>{useGreeting().hello('花子')}</p>
}

test('a screen changes its language at once and remembers it', async () => {
  const place = await render(<Greeting />)
  expect(place.textContent).toBe('花子さん、こんにちは')

  await act(() => switchLanguage('en'))
  expect(place.textContent).toBe('Hello, 花子')
  expect(useGreeting.now().hello('花子')).toBe('Hello, 花子')
  expect(document.documentElement.lang).toBe('en')
  expect(localStorage.getItem('yui.language')).toBe('en')

  await act(() => switchLanguage('ja'))
  expect(place.textContent).toBe('花子さん、こんにちは')
})
