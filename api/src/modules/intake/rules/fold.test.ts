import { describe, expect, it } from 'vitest'
import { alikeIn, isNear, plainKana } from './alike.ts'
import type { Entry, Field } from './entries.ts'
import { countsIn, fold, stateText, type Person } from './fold.ts'
import * as write from './writing.ts'

let ids = 0
const newId = () => `00000000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`
function desk(): write.Pen {
  let sequence = 0
  return {
    deviceId: newId(),
    next: () => ({ id: newId(), sequence: ++sequence, at: '2026-11-23T03:00:00Z' }),
  }
}
const personOf = (entries: readonly Entry[], id: string): Person => {
  const person = fold(entries).persons.find(({ members }) => members.includes(id))
  if (!person) throw new Error('nobody is called that')
  return person
}
function somebody(
  pen: write.Pen,
  values: Partial<Record<Field, string>>,
  before: readonly Entry[] = [],
): Entry[] {
  const added = write.addPerson(pen, fold(before))
  const bare = { id: added.id, fields: {} }
  return [
    added,
    ...Object.entries(values).map(([field, value]) => write.setField(pen, bare, field as Field, value)),
  ]
}

describe('numbers', () => {
  it('go from counted to named without counting anybody twice, and never below what is known', () => {
    const pen = desk()
    const heads = write.countHeads(pen, fold([]), { people: 2, need: 'INFANT', stay: 'NIGHT' })
    const one = write.nameFromHeadcount(pen, heads.id)
    const two = write.nameFromHeadcount(desk(), heads.id)
    const three = write.nameFromHeadcount(desk(), heads.id)
    expect(fold([heads]).heads).toBe(2)
    expect(fold([heads, one]).heads).toBe(2)
    expect(fold([heads, one, two]).heads).toBe(2)
    const over = fold([heads, one, two, three])
    expect([over.heads, over.conflicts.map(({ kind }) => kind)]).toEqual([3, ['OVERDRAWN']])
  })

  it('of the night leave out who is there by day alone, and count who has two needs in two lines', () => {
    const pen = desk()
    const entries = [
      ...somebody(pen, { NEEDS: 'OLDER_PERSON,DISABILITY', STAY: 'DAY' }),
      write.countHeads(pen, fold([]), { people: 4, need: 'OLDER_PERSON', stay: 'NIGHT' }),
    ]
    expect(countsIn(fold(entries))).toEqual([
      { need: null, day: 5, night: 4 },
      { need: 'DISABILITY', day: 1, night: 0 },
      { need: 'OLDER_PERSON', day: 5, night: 4 },
    ])
  })
})

describe('two desks', () => {
  it('that write different things leave both, until somebody chooses; the same thing is no conflict', () => {
    const [one, other] = [desk(), desk()]
    const entries = somebody(one, { NAME: '見本 花' })
    const person = personOf(entries, entries[0]?.id ?? '')
    const here = write.setField(one, person, 'DIET', 'ふつう')
    const there = write.setField(other, person, 'DIET', '刻み食')
    const same = write.setField(desk(), person, 'DIET', 'ふつう')
    expect(fold([...entries, here, same]).conflicts).toEqual([])
    const both = [there, ...entries, here]
    expect(fold(both).conflicts).toMatchObject([
      { kind: 'FIELD', field: 'DIET', values: [{ value: 'ふつう' }, { value: '刻み食' }] },
    ])
    const chosen = write.setField(one, personOf(both, person.id), 'DIET', '刻み食')
    expect(chosen.kind).toBe('RESOLVED')
    expect(fold([...both, chosen]).conflicts).toEqual([])
  })

  it('that join and part the same pairs are told where that contradicts itself', () => {
    const pen = desk()
    const [a, b, c] = [somebody(pen, {}), somebody(pen, {}), somebody(pen, {})]
    const all = [...a, ...b, ...c]
    const pair = (one: Entry[], other: Entry[]) => [one[0]?.id ?? '', other[0]?.id ?? ''] as const
    const say = (one: Entry[], other: Entry[], same: boolean, by = pen) =>
      write.sayWhether(by, fold(all), pair(one, other), same)
    const entries = [...all, say(a, b, true), say(b, c, true), say(a, c, false)]
    expect(fold(entries).conflicts.map(({ kind }) => kind)).toEqual(['CONTRADICTION'])
    expect(fold([...all, say(a, b, true), say(a, b, false, desk())])).toMatchObject({
      heads: 3,
      conflicts: [{ kind: 'SAMENESS' }],
    })
  })

  it('that took two for one for a while: what was replaced then stays replaced when they are two again', () => {
    const pen = desk()
    const [a, b] = [somebody(pen, { DIET: 'ふつう' }), somebody(pen, {})]
    const pair = [a[0]?.id ?? '', b[0]?.id ?? ''] as const
    const entries = [...a, ...b]
    entries.push(write.sayWhether(pen, fold(entries), pair, true))
    // One desk speaks of the second, meaning both; the next replaces that, speaking of the first.
    entries.push(write.setField(pen, { ...personOf(entries, pair[0]), id: pair[1] }, 'DIET', '刻み食'))
    entries.push(write.setField(pen, personOf(entries, pair[0]), 'DIET', 'ミキサー食'))
    entries.push(write.sayWhether(pen, fold(entries), pair, false))
    expect(fold(entries).conflicts).toEqual([])
    expect(personOf(entries, pair[0]).fields.DIET).toMatchObject([{ value: 'ミキサー食' }])
  })

  it('see the same, whatever came first or twice', () => {
    const pen = desk()
    const entries = [
      ...somebody(pen, { NAME: '見本 一' }),
      ...somebody(desk(), { NAME: '見本 二', KANA: 'ミホンニ' }),
    ]
    expect(stateText(fold([...entries.toReversed(), ...entries]))).toBe(stateText(fold(entries)))
  })
})

describe('likely doubles', () => {
  it('are told by reading with year, age, town or telephone, and are left alone once somebody has spoken', () => {
    const pen = desk()
    const values = { KANA: 'みほん よしこ', BIRTH_YEAR: '1940', TOWN: '見本町' }
    const entries = [...somebody(pen, values), ...somebody(pen, { KANA: 'ミホンヨシコ', BIRTH_YEAR: '1940' })]
    const [found, ...more] = alikeIn(fold(entries))
    expect([found?.reasons, more]).toEqual([['KANA', 'BIRTH_YEAR'], []])
    const said = write.sayWhether(pen, fold(entries), found?.persons ?? ['', ''], false)
    expect(alikeIn(fold([...entries, said]))).toEqual([])
  })

  it.each([
    ['another year', { KANA: 'ミホンヨシコ', BIRTH_YEAR: '1950', TOWN: '見本町' }],
    ['a relative at the same telephone', { KANA: 'ミホンカズオ', PHONE: '023-000-0000', TOWN: '見本町' }],
    ['the reading alone', { KANA: 'ミホンヨシコ' }],
  ])('are not %s', (_what, values) => {
    const first = { KANA: 'ミホンヨシコ', BIRTH_YEAR: '1940', TOWN: '見本町', PHONE: '023-000-0000' }
    expect(alikeIn(fold([...somebody(desk(), first), ...somebody(desk(), values)]))).toEqual([])
  })

  it('read kana without what people write differently', () => {
    expect(plainKana('みほん　しょうこ')).toBe(plainKana('ﾐﾎﾝ ｼﾖｳｺ'))
    expect([
      isNear('ミホンヨシコ', 'ミホンヨシオ'),
      isNear('ミホンヨシコ', 'ミホンヨシ'),
      isNear('ミホン', 'サトウ'),
    ]).toEqual([true, true, false])
  })
})
