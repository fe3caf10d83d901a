import { describe, expect, it } from 'vitest'
import { alikeIn, isNear, plainKana } from './alike.ts'
import { faultOf, type Entry, type Field } from './entries.ts'
import { countsIn, fold, passageIn, stateText } from './fold.ts'
import type { Person } from './people.ts'
import { movingIn, saidOfReferral, sharesOf } from './referrals.ts'
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

  it('of who came stay when they leave, in all and by kind of need, and nobody is in them twice', () => {
    const pen = desk()
    const heads = write.countHeads(pen, fold([]), { people: 4, need: 'INFANT', stay: 'NIGHT' })
    const named = write.nameFromHeadcount(pen, heads.id)
    const added = somebody(pen, { NEEDS: 'OLDER_PERSON' }, [heads, named])
    const before = [heads, named, ...added]
    expect(passageIn(fold(before))).toEqual([
      { need: null, came: 5, left: 0 },
      { need: 'INFANT', came: 3, left: 0 },
      { need: 'OLDER_PERSON', came: 1, left: 0 },
    ])
    const after = [
      ...before,
      write.headsLeave(pen, heads.id, 3, 'HOME'),
      write.checkOut(pen, personOf(before, added[0]?.id ?? ''), 'HOSPITAL', null),
    ]
    expect(passageIn(fold(after))).toEqual([
      { need: null, came: 5, left: 4 },
      { need: 'INFANT', came: 3, left: 3 },
      { need: 'OLDER_PERSON', came: 1, left: 1 },
    ])
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

describe('people who have to move', () => {
  const place = { urgency: 'NORMAL', needs: [], equipment: [] } as const
  const sought = (entries: readonly Entry[]) =>
    fold(entries).referrals.map(({ persons, heads, urgency, state }) => ({
      persons: persons.length,
      heads: heads.reduce((sum, { people }) => sum + people, 0),
      urgency,
      state,
    }))
  const family = () => {
    const pen = desk()
    const mother = somebody(pen, { NAME: '見本 母', NEEDS: 'PREGNANCY' })
    const child = somebody(pen, { NAME: '見本 子' }, mother)
    const heads = write.countHeads(pen, fold([...mother, ...child]), {
      people: 5,
      need: 'INFANT',
      stay: 'NIGHT',
    })
    const before = [...mother, ...child, heads]
    const ids = [mother[0]?.id ?? '', child[0]?.id ?? '']
    const referral = write.refer(
      pen,
      { persons: ids, heads: { group: heads.id, people: 2 } },
      { ...place, urgency: 'SOON', equipment: ['酸素'] },
    )
    return { pen, before, ids, heads, referral, all: [...before, referral] }
  }
  const only = (entries: readonly Entry[]) => {
    const [found] = fold(entries).referrals
    if (!found) throw new Error('nobody is to move')
    return found
  }

  it('are told as numbers with what they need, and stay counted here', () => {
    const { all, before } = family()
    const state = fold(all)
    expect(sought(all)).toEqual([{ persons: 2, heads: 2, urgency: 'SOON', state: 'SOUGHT' }])
    expect(movingIn(only(all), state)).toEqual([
      { persons: 2, needs: ['INFANT'], equipment: ['酸素'] },
      { persons: 1, needs: ['PREGNANCY'], equipment: [] },
      { persons: 1, needs: [], equipment: [] },
    ])
    expect(state.heads).toBe(fold(before).heads)
  })

  it('leave in one go for the place that was found, and the others of the headcount stay', () => {
    const { pen, all } = family()
    const moved = [...all, ...write.moveTo(pen, only(all), fold(all), '見本いずみ園')]
    expect(sought(moved)).toEqual([{ persons: 0, heads: 0, urgency: 'NORMAL', state: 'MOVED' }])
    expect(fold(moved)).toMatchObject({ heads: 3, conflicts: [] })
  })

  it('are off the list when they need no place any more, or left otherwise', () => {
    const { pen, ids, heads, before, all } = family()
    expect(sought([...all, ...write.endReferral(pen, only(all), null)])).toMatchObject([
      { state: 'WITHDRAWN' },
    ])
    const named = [...before, write.refer(pen, { persons: ids, heads: null }, place)]
    const gone = (how: 'HOME' | 'SHELTER') =>
      fold(named).persons.map((person) => write.checkOut(pen, person, how, null))
    expect(sought([...named, ...gone('HOME')])).toMatchObject([{ persons: 0, state: 'WITHDRAWN' }])
    expect(sought([...named, ...gone('SHELTER')])).toMatchObject([{ persons: 0, state: 'MOVED' }])
    const fewer = write.headsLeave(pen, heads.id, 4, 'HOME')
    expect(sought([...all, fewer])).toMatchObject([{ persons: 2, heads: 1 }])
  })

  it('are not forgotten when one of the counted gives a name, nor sought a place for twice', () => {
    const { pen, heads, before } = family()
    const all = [...before, write.refer(pen, { persons: [], heads: { group: heads.id, people: 5 } }, place)]
    const names = [0, 1].map(() => write.nameFromHeadcount(pen, heads.id))
    expect(sought([...all, ...names])).toMatchObject([{ heads: 5 }])
    const own = write.refer(pen, { persons: [names[0]?.id ?? ''], heads: null }, place)
    expect(sought([...all, ...names, own])).toMatchObject([{ heads: 4 }, { persons: 1 }])
  })

  it('are one where two desks name the same person, and the more urgent word stands', () => {
    const { ids, before, all } = family()
    const again = write.refer(
      desk(),
      { persons: [ids[0] ?? ''], heads: null },
      { ...place, urgency: 'FIRST' },
    )
    const two = [...all, again]
    expect(sought(two)).toEqual([{ persons: 2, heads: 2, urgency: 'FIRST', state: 'SOUGHT' }])
    expect(stateText(fold(two))).toBe(stateText(fold(two.toReversed())))
    expect(fold([...before, again]).referrals).toHaveLength(1)
    // Ending it ends both.
    expect(sought([...two, ...write.endReferral(desk(), only(two), null)])).toMatchObject([
      { state: 'WITHDRAWN' },
      { state: 'WITHDRAWN' },
    ])
  })

  it('are one with those who are added to them, by two desks at once, and each share has its own people', () => {
    const { pen, before, ids, heads, referral } = family()
    const grandmother = somebody(pen, { NEEDS: 'OLDER_PERSON' }, before)
    const known = [...before, ...grandmother, referral]
    const older = grandmother[0]?.id ?? ''
    const late = write.refer(pen, { persons: [older], heads: null }, place, referral.id)
    const two = write.refer(
      desk(),
      { persons: [ids[0] ?? ''], heads: { group: heads.id, people: 2 } },
      { ...place, urgency: 'FIRST' },
      referral.id,
    )
    expect([late, two].map(faultOf)).toEqual([null, null])
    const all = [...known, late, two]
    expect(sought(all)).toEqual([{ persons: 3, heads: 4, urgency: 'FIRST', state: 'SOUGHT' }])
    expect(fold(all).conflicts).toEqual([])
    expect(stateText(fold(all))).toBe(stateText(fold(all.toReversed())))
    const found = only(all)
    const dealt = sharesOf(found, [[referral.id], [late.id, two.id]])
    expect(dealt).toMatchObject([
      { persons: ids, heads: [{ people: 2 }], state: 'SOUGHT' },
      { persons: [older], heads: [{ people: 2 }], urgency: 'FIRST', state: 'SOUGHT' },
    ])
    // Those who were there leave; whoever was added stays on the list, and is asked for alone.
    const left = [...all, ...write.moveTo(pen, found, fold(all), '見本 杉の園', [referral.id])]
    expect(sought(left)).toEqual([{ persons: 1, heads: 2, urgency: 'FIRST', state: 'SOUGHT' }])
    expect(sharesOf(only(left), [[referral.id], [late.id, two.id]]).map(({ state }) => state)).toEqual([
      'MOVED',
      'SOUGHT',
    ])
  })

  it('are put to a person where two say different things of them, and everybody stays on the list until then', () => {
    const { pen, all } = family()
    const ended = write.endReferral(pen, only(all), null)
    const corrected = write.chooseReferral(
      desk(),
      only(all).id,
      only(all).said[only(all).id] ?? [],
      [only(all).persons.join(','), '', 'FIRST;;'].join('|'),
    )
    const both = [...all, ...ended, corrected]
    const [conflict] = fold(both).conflicts
    expect(conflict).toMatchObject({ kind: 'REFERRAL', subjects: [only(all).id] })
    expect(sought(both)).toMatchObject([{ persons: 2, heads: 0, urgency: 'FIRST', state: 'SOUGHT' }])
    for (const { value } of conflict?.values ?? []) {
      const chosen = fold([...both, write.chooseReferral(pen, only(all).id, conflict?.values ?? [], value)])
      expect(chosen.conflicts).toEqual([])
      expect(chosen.referrals[0]?.state).toBe(saidOfReferral(value) ? 'SOUGHT' : 'WITHDRAWN')
    }
  })

  it('are written in one way only: what is not so is refused', () => {
    const { referral, ids } = family()
    expect(faultOf(referral)).toBeNull()
    const wrong: [Partial<Entry>, string][] = [
      [{ subjects: [referral.id] }, 'ENTRY_SUBJECTS_WRONG'],
      [{ subjects: [referral.id, ids[0] ?? '', ids[0] ?? ''] }, 'ENTRY_SUBJECTS_WRONG'],
      [{ people: 0 }, 'ENTRY_PEOPLE_WRONG'],
      [{ people: 31 }, 'ENTRY_PEOPLE_WRONG'],
      [{ value: null }, 'ENTRY_VALUE_WRONG'],
      [{ value: 'SOMETIME;;' }, 'ENTRY_VALUE_WRONG'],
      [{ value: 'SOON;INFANT,OLDER_PERSON;' }, 'ENTRY_VALUE_WRONG'],
      [{ value: 'SOON;;見本 花子の酸素;さらに' }, 'ENTRY_VALUE_WRONG'],
      [{ destination: 'SHELTER' }, 'ENTRY_DESTINATION_WRONG'],
    ]
    for (const [said, fault] of wrong)
      expect([said, faultOf({ ...referral, ...said })]).toEqual([said, fault])
    const end = {
      ...referral,
      kind: 'REFERRAL_ENDED',
      subjects: [referral.id],
      people: null,
      value: null,
    } as const
    expect([null, 'SHELTER', 'HOME'].map((destination) => faultOf({ ...end, destination } as Entry))).toEqual(
      [null, null, 'ENTRY_DESTINATION_WRONG'],
    )
  })
})
