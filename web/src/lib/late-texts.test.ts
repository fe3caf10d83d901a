// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { lateTexts } from './late-texts.ts'

it('fetches the texts of a language once, and tells when they have come', async () => {
  const ja = vi.fn<() => Promise<{ OTHER: string }>>(async () => ({ OTHER: '決まり' }))
  const texts = lateTexts({ ja, en: async () => ({ OTHER: 'a rule' }) })
  const told = vi.fn<() => void>()
  const stop = texts.subscribe(told)
  expect(texts.of('ja')).toBeUndefined()
  expect(texts.of('ja')).toBeUndefined()
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
  expect(texts.of('ja')).toEqual({ OTHER: '決まり' })
  expect(ja).toHaveBeenCalledOnce()
  stop()
  expect(texts.of('en')).toBeUndefined()
  await vi.waitFor(() => expect(texts.of('en')).toEqual({ OTHER: 'a rule' }))
  expect(told).toHaveBeenCalledOnce()
})

it('asks again after a fetch that failed', async () => {
  let online = false
  const ja = async () => {
    if (!online) throw new Error('offline')
    return { OTHER: '決まり' }
  }
  const texts = lateTexts({ ja, en: ja })
  expect(texts.of('ja')).toBeUndefined()
  await Promise.resolve()
  online = true
  await vi.waitFor(() => expect(texts.of('ja')).toEqual({ OTHER: '決まり' }))
})
