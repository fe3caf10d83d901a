import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import {
  bookOf,
  described,
  intakeWorld,
  pen,
  readAll,
  sendEntries,
  type IntakeWorld,
} from '../../../../tests/support/intake-world.ts'
import { send } from '../../../../tests/support/send.ts'
import { createReadPool } from '../../kernel/db.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { countsOf } from './public.ts'
import { stateText, fold } from './rules/fold.ts'
import * as write from './rules/writing.ts'

const graph = await openTestGraph()
let world: IntakeWorld
beforeAll(async () => {
  world = await intakeWorld(graph)
})

describe('entries of devices', () => {
  it('are taken once, however often and in whatever order they come, and read as they were written', async () => {
    const { one } = world
    const desk = pen()
    const heads = write.countHeads(desk, fold([]), { people: 3, need: 'OLDER_PERSON', stay: 'NIGHT' })
    const named = write.nameFromHeadcount(desk, heads.id)
    const entries = [
      heads,
      named,
      write.setField(desk, { id: named.id, fields: {} }, 'NAME', '見本 はな'),
      write.setField(desk, { id: named.id, fields: {} }, 'NEEDS', 'OLDER_PERSON,DISABILITY'),
    ]
    const first = await sendEntries(graph, one.id, entries.toReversed(), one.staff)
    const again = await sendEntries(graph, one.id, entries, one.director)
    expect([first.payload, again.payload]).toMatchObject([
      { refused: [] },
      { accepted: entries.map(({ id }) => id), refused: [] },
    ])
    const read = (await readAll(graph, one.id, one.staff)) ?? []
    expect(stateText(fold(read))).toBe(stateText(fold(entries)))
    expect((await bookOf(graph, one.id, one.staff)).counts).toEqual([
      { need: null, day: 3, night: 3 },
      { need: 'OLDER_PERSON', day: 3, night: 3 },
      { need: 'DISABILITY', day: 1, night: 1 },
    ])
    const pool = createReadPool(process.env.DATABASE_URL ?? '', 1)
    const counts = await countsOf(sqlFor(pool), [one.openingId])
    await pool.end()
    expect(counts.find(({ need }) => need === null)).toMatchObject({
      openingId: one.openingId,
      day: 3,
      night: 3,
      came: 3,
      left: 0,
    })
  })

  it('put the number that is there on the board of the event, once for every change', async () => {
    const { other } = world
    const desk = pen()
    const occupancies = async () =>
      graph.db.shelterOccupancy.findMany({
        where: { openingId: other.openingId },
        orderBy: { id: 'asc' },
        select: { day: true, night: true },
      })
    const heads = write.countHeads(desk, fold([]), { people: 4, need: null, stay: 'DAY' })
    await sendEntries(graph, other.id, [heads], other.staff)
    await sendEntries(graph, other.id, [heads], other.staff)
    const named = write.nameFromHeadcount(desk, heads.id)
    await sendEntries(graph, other.id, [named], other.staff)
    await sendEntries(
      graph,
      other.id,
      [write.setField(desk, { id: named.id, fields: {} }, 'NAME', '見本 はな')],
      other.staff,
    )
    // Who is named from a headcount by day is taken to sleep here until somebody says otherwise.
    expect(await occupancies()).toEqual([
      { day: 4, night: 0 },
      { day: 4, night: 1 },
    ])
  })

  it('are refused one by one with a reason; the rest is taken', async () => {
    const { other } = world
    const desk = pen()
    const good = write.addPerson(desk, fold([]))
    const wrong = write.setField(desk, { id: good.id, fields: {} }, 'BIRTH_YEAR', 'むかし')
    const sameNumber = { ...write.addPerson(desk, fold([])), sequence: good.sequence }
    const sent = await sendEntries(graph, other.id, [good, wrong, sameNumber], other.staff)
    expect(sent.payload).toEqual({
      accepted: [good.id],
      refused: [wrong.id, sameNumber.id],
      refusedBecause: ['ENTRY_VALUE_WRONG', 'ENTRY_NUMBER_GIVEN'],
    })
    const changed = await sendEntries(
      graph,
      other.id,
      [{ ...good, at: good.at, kind: 'PERSON_ADDED', basedOn: [randomUUID()] }],
      other.staff,
    )
    expect(changed.payload.refusedBecause).toEqual(['ENTRY_ALREADY_OTHERWISE'])
  })

  it('are taken by one book when two desks send at once', async () => {
    const fresh = await intakeWorld(graph)
    const desks = [pen(), pen(), pen(), pen()]
    const batches = desks.map((desk) => described(desk, { NAME: '見本 いち', STAY: 'NIGHT' }))
    const answers = await Promise.all(
      batches.map((batch) => sendEntries(graph, fresh.one.id, batch, fresh.one.staff)),
    )
    expect(answers.map(({ payload }) => payload.refused)).toEqual([[], [], [], []])
    expect(fold((await readAll(graph, fresh.one.id, fresh.one.staff)) ?? []).heads).toBe(4)
  })
})

describe('a printed sheet', () => {
  it('is keyed in once by somebody without an account, before it expires', async () => {
    const { one } = world
    const made = await send(
      graph,
      'makeIntakeSheets',
      { openingId: one.id, count: 3, hours: 24, headcountKey: null },
      { viewer: one.staff, payload: 'numbers secrets' },
    )
    const [first, second, third]: string[] = made.payload.secrets
    const line = {
      lineKey: randomUUID(),
      name: '見本 ろく',
      kana: 'ミホンロク',
      birthYear: '1941',
      sex: 'MALE',
      town: '見本町',
      phone: '',
      needs: 'OLDER_PERSON',
      searchConsent: 'YES',
      note: '',
    }
    const keyIn = (token: string | undefined, lines: object[], now = TODAY, idempotencyKey?: string) =>
      send(graph, 'keyInIntakeSheet', { token, lines, idempotencyKey }, { now, payload: 'taken' })
    const key = randomUUID()
    expect(await keyIn(first, [line], TODAY, key)).toMatchObject({ typename: 'KeyInIntakeSheetPayload' })
    expect(await keyIn(first, [line], TODAY, key)).toMatchObject({ typename: 'KeyInIntakeSheetPayload' })
    expect(await keyIn(first, [{ ...line, lineKey: randomUUID() }])).toMatchObject({ code: 'SHEET_USED' })
    expect(await keyIn(second, [line], new Date('2026-11-25T03:00:00Z'))).toMatchObject({
      code: 'SHEET_EXPIRED',
    })
    expect(await keyIn(second, [{ ...line, lineKey: randomUUID(), birthYear: '昭和' }])).toMatchObject({
      issues: [{ path: ['lines', '0', 'birthYear'], code: 'ENTRY_VALUE_WRONG' }],
    })
    await send(
      graph,
      'revokeIntakeSheet',
      { openingId: one.id, number: 3 },
      { viewer: one.staff, payload: 'revoked' },
    )
    expect(await keyIn(third, [line])).toMatchObject({ code: 'SHEET_REVOKED' })
    expect(await keyIn('none', [line])).toMatchObject({ code: 'NOT_FOUND' })
    const { sheets } = await bookOf(graph, one.id, one.staff)
    expect(
      sheets.map(({ number, state, lines }: { number: number; state: string; lines: number }) => [
        number,
        state,
        lines,
      ]),
    ).toEqual([
      [3, 'REVOKED', null],
      [2, 'OPEN', null],
      [1, 'USED', 1],
    ])
  })
})

describe('a transfer', () => {
  it('counts a person in one shelter at every moment, and is answered once', async () => {
    const { one, other, stranger } = await intakeWorld(graph)
    const entries = described(pen(), { NAME: '見本 ななこ', NEEDS: 'INFANT', STAY: 'NIGHT' })
    await sendEntries(graph, one.id, entries, one.staff)
    const total = async () => {
      const [here, there] = [
        await bookOf(graph, one.id, one.staff),
        await bookOf(graph, other.id, other.staff),
      ]
      return [here, there].map(({ counts }) => counts[0]?.day ?? 0)
    }
    const propose = () =>
      send(
        graph,
        'proposeTransfer',
        { openingId: one.id, personKey: entries[0]?.id, toOpeningId: other.id },
        { viewer: one.staff, payload: 'transfer' },
      )
    const { payload: asked } = await propose()
    expect(await propose()).toMatchObject({ code: 'TRANSFER_UNDER_WAY' })
    expect(await total()).toEqual([1, 0])
    const answer = (name: string, id: string, viewer = other.staff, more = {}) =>
      send(graph, name, { transferId: id, ...more }, { viewer, payload: 'answered' })
    expect(await answer('acceptTransfer', asked.transfer, stranger)).toMatchObject({ code: 'FORBIDDEN' })
    await answer('declineTransfer', asked.transfer, other.staff, { because: 'STAFF' })
    expect(await answer('acceptTransfer', asked.transfer)).toMatchObject({ code: 'TRANSFER_ANSWERED' })
    expect(await total()).toEqual([1, 0])
    const { payload: again } = await propose()
    const { arrivals } = await bookOf(graph, other.id, other.staff)
    expect(arrivals[0]).toMatchObject({ state: 'EXPECTED', name: '見本 ななこ', needs: 'INFANT' })
    await answer('acceptTransfer', again.transfer)
    expect(await total()).toEqual([0, 1])
    const [arrived] = fold((await readAll(graph, other.id, other.staff)) ?? []).persons
    expect(arrived?.fields.NAME?.[0]?.value).toBe('見本 ななこ')
  })
})

describe('a search by family', () => {
  it('finds one person who has agreed, by reading and year or town, and answers everything else alike', async () => {
    const { one, other, secretariat } = await intakeWorld(graph)
    const willing = {
      NAME: '見本 みつこ',
      KANA: 'ミホン ミツコ',
      BIRTH_YEAR: '1938',
      TOWN: '見本町',
      SEARCH_CONSENT: 'YES',
    }
    const unwilling = { ...willing, NAME: '見本 よつこ', KANA: 'ミホン ヨツコ', SEARCH_CONSENT: 'NO' }
    await sendEntries(
      graph,
      other.id,
      [...described(pen(), willing), ...described(pen(), unwilling)],
      other.staff,
    )
    const ask = (kana: string, birthYear: string | null, town: string | null, viewer = one.staff) =>
      send(
        graph,
        'searchForFamily',
        {
          openingId: one.id,
          asker: '見本 いつき',
          relation: '子',
          checked: 'PHOTO_ID',
          kana,
          birthYear,
          town,
        },
        { viewer, payload: 'found whereabouts place' },
      )
    expect((await ask('みほんみつこ', '1938', null)).payload).toMatchObject({
      found: true,
      whereabouts: 'HERE',
    })
    const nothing = { found: false, whereabouts: null, place: null }
    for (const [kana, year] of [
      ['みほんよつこ', '1938'],
      ['みほん', '1938'],
      ['みほんみつこ', '1950'],
    ] as const)
      expect((await ask(kana, year, null)).payload).toMatchObject(nothing)
    expect(await ask('みほんみつこ', null, null)).toMatchObject({ code: 'SEARCH_NEEDS_YEAR_OR_TOWN' })
    expect(await ask('みほんみつこ', '1938', null, secretariat)).toMatchObject({ code: 'FORBIDDEN' })
    const searches = await graph.db.intakeSearch.findMany({ where: { book: { openingId: one.openingId } } })
    expect([searches.length, searches.filter(({ answered }) => answered).length]).toEqual([4, 1])
  })
})
