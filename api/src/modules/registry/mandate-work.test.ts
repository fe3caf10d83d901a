import { expect, it } from 'vitest'
import { previewKeyOf } from './mandate-work.ts'
import type { MandatePreview } from './rules/mandates.ts'

it('the key of a preview follows what is open, and not what only counts what was done', () => {
  const one = {
    kind: 'REQUEST',
    facilityId: 'f',
    facilityName: '見本荘',
    block: 'BASIC',
    on: '2026-11-20',
    network: '見本連絡会',
    ownPeople: 1,
  } as const
  const preview: MandatePreview = { work: [one], hiddenContacts: 0, contactsOutOfReach: false, confirmed: 3 }
  const key = previewKeyOf('m', 1, preview)
  expect(previewKeyOf('m', 1, { ...preview, confirmed: 4 })).toBe(key)
  expect(previewKeyOf('m', 2, preview)).not.toBe(key)
  expect(previewKeyOf('m', 1, { ...preview, work: [] })).not.toBe(key)
  expect(previewKeyOf('m', 1, { ...preview, work: [{ ...one, block: 'STAFF' }] })).not.toBe(key)
  expect(previewKeyOf('m', 1, { ...preview, hiddenContacts: 1 })).not.toBe(key)
})
