import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf } from '../../../kernel/clock.ts'
import { isDue, mayGo, mediaTypeOf, retainUntil } from './documents.ts'

describe('how long a paper is kept', () => {
  it.each([
    ['2026-04-01', 10, '2036-04-01'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
  ])('from %s for %i years until %s', (from, years, until) => {
    expect(retainUntil(dateOf(from), years)).toEqual(dateOf(until))
  })

  it('is for good without a number of years', () => {
    expect(retainUntil(dateOf('2026-04-01'), null)).toBeNull()
  })

  it.each([
    ['the last day', '2026-11-27', 1, false],
    ['the day after', '2026-11-26', 1, true],
    ['for good', null, 1, false],
    ['never a file', null, 0, true],
  ])('ends with %s', (_title, until, latestNumber, goes) => {
    const document = { latestNumber, retainUntil: until === null ? null : dateOf(until), deletedAt: null }
    expect(mayGo(document, dateOf('2026-11-27'))).toBe(goes)
  })

  it('asks nobody to delete what is deleted or never had a file', () => {
    const today = dateOf('2026-11-27')
    const old = { latestNumber: 1, retainUntil: dateOf('2020-01-01'), deletedAt: null }
    expect(isDue(old, today)).toBe(true)
    expect(isDue({ ...old, deletedAt: today }, today)).toBe(false)
    expect(isDue({ ...old, latestNumber: 0 }, today)).toBe(false)
  })
})

describe('what a file is', () => {
  const bytes = (...parts: (string | readonly number[])[]) =>
    Buffer.concat(parts.map((part) => Buffer.from(part as string)))

  it.each([
    ['会則.pdf', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['会則.PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['図.png', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
    ['写真.jpeg', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['名簿.csv', bytes('法人,電話\r\n'), 'text/csv'],
    ['覚え.txt', Buffer.from([0x83, 0x8f, 0x83, 0x82]), 'text/plain'],
    ['旧.xls', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'application/vnd.ms-excel'],
  ])('%s is taken', (name, head, type) => expect(mediaTypeOf(name, head)).toBe(type))

  it.each([
    ['a page', '案内.html', bytes('<!doctype html>')],
    ['a drawing with scripts', '図.svg', bytes('<svg xmlns=')],
    ['a page that says it is text', '案内.txt', bytes('\uFEFF <HTML><script>')],
    ['a program that says it is a PDF', '会則.pdf', bytes('MZ\u0090\u0000')],
    ['a workbook with macros', '表.xlsm', bytes('PK\u0003\u0004')],
    ['no ending', '会則', bytes('%PDF-1.7')],
    ['a name of the language', 'x.constructor', bytes('%PDF-1.7')],
    ['bytes that say they are text', '表.csv', bytes([0x41, 0x00, 0x42])],
  ])('%s is refused', (_what, name, head) => expect(mediaTypeOf(name, head)).toBeNull())

  it('never fails, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 1_000 }), (name, head) => {
        const type = mediaTypeOf(name, head)
        expect(type === null || /^[a-z]+\/[\w.+-]+$/.test(type)).toBe(true)
        expect(type ?? '').not.toMatch(/html|svg|script/)
      }),
    )
  })
})
