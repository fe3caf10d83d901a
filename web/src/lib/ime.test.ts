// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { guardComposition } from './ime.ts'

const onKey = vi.fn<() => void>()
const onSubmit = vi.fn<(event: Event) => void>((event) => event.preventDefault())

beforeAll(() => {
  guardComposition(window)
  document.body.innerHTML = '<form><input /><button></button></form>'
  document.querySelector('input')?.addEventListener('keydown', onKey)
  document.querySelector('form')?.addEventListener('submit', onSubmit)
})

beforeEach(() => {
  onKey.mockClear()
  onSubmit.mockClear()
})

function press(key: string, state: KeyboardEventInit = {}) {
  const input = document.querySelector('input')
  input?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...state }))
}
const release = () => document.body.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
const submit = () =>
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))

test.each(['Enter', 'Escape', 'Tab', ' ', 'ArrowUp', 'ArrowDown'])(
  'a %s that belongs to a conversion reaches nobody',
  (key) => {
    press(key, { isComposing: true })
    expect(onKey).not.toHaveBeenCalled()
  },
)

test('the Enter that Safari sends after the composition has ended reaches nobody and submits nothing', () => {
  press('Enter', { isComposing: false, keyCode: 229 })
  submit()
  expect(onKey).not.toHaveBeenCalled()
  expect(onSubmit).not.toHaveBeenCalled()
  release()
})

test('the next Enter submits', () => {
  press('Enter', { isComposing: true })
  release()
  press('Enter')
  submit()
  expect(onKey).toHaveBeenCalledOnce()
  expect(onSubmit).toHaveBeenCalledOnce()
})

test('letters of a conversion still reach the field', () => {
  press('k', { isComposing: true })
  expect(onKey).toHaveBeenCalledOnce()
})
