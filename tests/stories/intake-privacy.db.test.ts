import { randomUUID } from 'node:crypto'
import { getNamedType, isEnumType, isNonNullType } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../api/src/kernel/command.ts'
import { createReadPool } from '../../api/src/kernel/db.ts'
import { globalId, type ModelName } from '../../api/src/kernel/ids.ts'
import { sqlFor } from '../../api/src/kernel/read/sql.ts'
import { systemViewer, type Viewer } from '../../api/src/kernel/viewer.ts'
import { anonymiseIntake, certificateHash } from '../../api/src/modules/intake/commands/anonymise-intake.ts'
import { exportIntake } from '../../api/src/modules/intake/commands/export-intake.ts'
import { bookOf as stateOf, rowsOf } from '../../api/src/modules/intake/queries/export.ts'
import { readOpening } from '../../api/src/modules/intake/queries/opening.ts'
import { FIELDS, type Field } from '../../api/src/modules/intake/rules/entries.ts'
import { fold } from '../../api/src/modules/intake/rules/fold.ts'
import * as write from '../../api/src/modules/intake/rules/writing.ts'
import { schema } from '../../api/src/schema.ts'
import { tracesOf } from '../support/canary.ts'
import { openTestGraph, TODAY } from '../support/graph.ts'
import {
  BOOK,
  bookOf,
  described,
  intakeWorld,
  pen,
  readAll,
  sendEntries,
  type IntakeWorld,
} from '../support/intake-world.ts'
import { send } from '../support/send.ts'
import { looksThrough } from './openings/walk.ts'

// A name nobody else carries is written wherever a name can be written; then it is looked for everywhere.

const graph = await openTestGraph()
const pool = createReadPool(process.env.DATABASE_URL ?? '', 2)
const canary = (what: string) => `見本カナリア${what}`
const values: Readonly<Partial<Record<Field, string>>> = {
  ...Object.fromEntries(FIELDS.map((field) => [field, canary(field)])),
  BIRTH_YEAR: '1937',
  AGE_BAND: '85-',
  SEX: 'FEMALE',
  NEEDS: 'MEDICAL_CARE',
  STAY: 'NIGHT',
  SEARCH_CONSENT: 'YES',
  SHARE_CONSENT: 'NO',
}

let world: IntakeWorld
let personId: string
beforeAll(async () => {
  world = await intakeWorld(graph)
  const { one, other } = world
  const desk = pen()
  const entries = described(desk, values)
  personId = entries[0]?.id ?? ''
  const [person] = fold(entries).persons
  if (!person) throw new Error('nobody was written down')
  const second = described(desk, { NAME: canary('GONE') }, entries)
  const [, gone] = fold([...entries, ...second]).persons.toSorted((a) => (a.id === personId ? -1 : 1))
  if (!gone) throw new Error('the second was not written down')
  await sendEntries(
    graph,
    one.id,
    [...entries, ...second, write.checkOut(desk, gone, 'HOSPITAL', canary('WARD'))],
    one.staff,
  )
  const made = await send(
    graph,
    'makeIntakeSheets',
    { openingId: one.id, count: 1, hours: 1, headcountKey: null },
    { viewer: one.staff, payload: 'secrets' },
  )
  const blank = {
    kana: null,
    birthYear: null,
    sex: null,
    town: null,
    phone: null,
    needs: null,
    searchConsent: null,
  }
  await send(
    graph,
    'keyInIntakeSheet',
    {
      token: made.payload.secrets[0],
      lines: [{ lineKey: randomUUID(), name: canary('SHEET'), note: canary('LINE'), ...blank }],
      idempotencyKey: randomUUID(),
    },
    { payload: 'taken' },
  )
  await send(
    graph,
    'searchForFamily',
    {
      openingId: other.id,
      asker: canary('ASKER'),
      relation: canary('RELATION'),
      checked: 'KNOWN',
      kana: canary('KANA'),
      birthYear: '1937',
      town: null,
    },
    { viewer: other.staff, payload: 'found' },
  )
  // A place is sought for the one with the name and for one who was counted: what leaves the book for it are numbers.
  const heads = write.countHeads(desk, fold([...entries, ...second]), {
    people: 1,
    need: 'INFANT',
    stay: 'NIGHT',
  })
  const refer = (equipment: readonly string[]) =>
    write.refer(
      desk,
      { persons: [personId], heads: { group: heads.id, people: 1 } },
      { urgency: 'FIRST', needs: [], equipment },
    )
  const [plain, tainted] = [refer([]), refer([canary('EQUIPMENT')])]
  const referred = await sendEntries(graph, one.id, [heads, plain, tainted], one.staff)
  if (referred.payload.refused.join() !== tainted.id) throw new Error('a name was taken for equipment')
  await sendEntries(
    graph,
    one.id,
    [write.headsLeave(desk, heads.id, 1, 'SHELTER', canary('THERE'))],
    one.staff,
  )
  await send(
    graph,
    'proposeTransfer',
    { openingId: one.id, personKey: personId, toOpeningId: other.id },
    { viewer: one.staff, payload: 'transfer' },
  )
})

describe('a name of somebody taken in', () => {
  it('stands readable in no table: entries, searches, audit, events, keys of repetition, jobs', async () => {
    expect(await tracesOf(pool, 'カナリア')).toEqual([])
  })

  it('stays in the book while a place is sought: the coordinators have a number and what is needed', async () => {
    const groups = await graph.db.assignmentGroup.findMany({
      where: { sourceOpeningId: world.one.openingId },
      include: { members: { select: { persons: true, needs: true, equipment: true } } },
    })
    expect(groups).toMatchObject([
      { urgency: 'FIRST', members: [{ persons: 1, needs: ['MEDICAL_CARE'], equipment: [] }] },
    ])
    expect(groups[0]?.reference).toBe(`${world.one.name}-1`)
    const { assignmentCase } = await graph.ask(
      `query ($eventId: ID!) { assignmentCase(eventId: $eventId) { groups(first: 5) { nodes { reference members(first: 5) {
        nodes { persons needs equipment } } sourceOpening { facility { name } } } } } }`,
      {
        viewer: world.secretariat,
        variables: { eventId: globalId('DisasterEvent', world.eventId) },
      },
    )
    expect(assignmentCase.groups.nodes).toHaveLength(1)
    expect(JSON.stringify(assignmentCase)).not.toContain('カナリア')
  })

  it('is shown to the staff of the shelter, logged, and to nobody else in any role', async () => {
    const { one, other, ...people } = world
    const readers = new Set([one.staff, one.director])
    const everybody: Viewer[] = [
      one.staff,
      one.director,
      other.staff,
      other.director,
      ...Object.values(people).filter((each): each is Viewer => typeof each === 'object'),
    ]
    expect(everybody.length).toBeGreaterThanOrEqual(14)
    for (const viewer of everybody) {
      const before = await graph.db.auditEntry.count({
        where: { command: 'lookAtPersonalData', actorUserId: viewer.userId },
      })
      const entries = await readAll(graph, one.id, viewer)
      const role = viewer.acting?.roles[0]
      const after = await graph.db.auditEntry.count({
        where: { command: 'lookAtPersonalData', actorUserId: viewer.userId },
      })
      const isReader = readers.has(viewer)
      expect([role, JSON.stringify(entries ?? []).includes('カナリア'), after > before]).toEqual([
        role,
        isReader,
        isReader,
      ])
      // The shelter that expects the person reads the name of that one, and nobody else's.
      const shown = JSON.stringify(await bookOf(graph, one.id, viewer))
      expect([role, shown.includes('カナリア')]).toEqual([role, false])
    }
    const arrivals = JSON.stringify(await bookOf(graph, other.id, other.staff))
    expect(arrivals).toContain(canary('NAME'))
    expect(arrivals).not.toContain(canary('GONE'))
    expect(JSON.stringify(await bookOf(graph, other.id, world.secretariat))).not.toContain('カナリア')
  })

  it('is in no answer to any question there is, for whoever asks, but in the book of the shelter', async () => {
    const { one, other, ...people } = world
    const ids: Readonly<Record<string, string>> = {
      ShelterOpening: one.openingId,
      Facility: one.facilityId,
      Corporation: one.corporationId,
      Platform: world.platformId,
      DisasterEvent: world.eventId,
    }
    const meant: Readonly<Record<string, ModelName>> = {
      openingId: 'ShelterOpening',
      facilityId: 'Facility',
      corporationId: 'Corporation',
      platformId: 'Platform',
      eventId: 'DisasterEvent',
    }
    const plain: Readonly<Record<string, string>> = {
      Date: '"2026-11-23"',
      DateTime: '"2026-11-23T03:00:00Z"',
      Int: '1',
      Float: '1',
      Boolean: 'true',
    }
    const looks = looksThrough(schema, (_path, { name, type }, leadsTo) => {
      const kind = getNamedType(type)
      // Words that can be searched for are asked with the name itself.
      if (kind.name === 'String') return JSON.stringify(canary('NAME'))
      if (!isNonNullType(type)) return kind.name === 'Boolean' ? 'true' : null
      if (isEnumType(kind)) return kind.getValues()[0]?.name ?? null
      if (kind.name !== 'ID') return plain[kind.name] ?? null
      const model = meant[name] ?? (leadsTo as ModelName)
      const id = JSON.stringify(globalId(model, ids[model] ?? randomUUID()))
      return type.toString().startsWith('[') ? `[${id}]` : id
    })
    expect(looks.length).toBeGreaterThan(200)
    const viewers = [
      one.staff,
      one.director,
      other.staff,
      other.director,
      ...Object.values(people).filter((each): each is Viewer => typeof each === 'object'),
      undefined,
    ]
    const shown = new Map<Viewer | undefined, Set<string>>()
    let answered = 0
    for (const viewer of viewers)
      for (const { name, document } of looks) {
        const { data } = await graph.request(document, viewer && { viewer })
        if (data && Object.values(data).some((value) => value !== null)) answered += 1
        if (!JSON.stringify(data ?? null).includes('カナリア')) continue
        shown.set(viewer, (shown.get(viewer) ?? new Set()).add(name.replace(/\(.*/s, '')))
      }
    const book = new Set(['IntakeEntry by intakeSince'])
    expect(shown).toEqual(
      new Map([
        [one.staff, book],
        [one.director, book],
      ]),
    )
    expect(answered).toBeGreaterThan(1_000)
  })

  it('is behind no number below five for other members, and behind none at all for strangers', async () => {
    const { one, otherAdmin, officer, secretariat, liaison, stranger } = world
    const total = async (viewer: Viewer) => (await bookOf(graph, one.id, viewer))?.counts
    const exact = [
      { need: null, day: 2, night: 2 },
      { need: 'MEDICAL_CARE', day: 1, night: 1 },
    ]
    expect(await total(secretariat)).toEqual(exact)
    expect(await total(liaison)).toEqual(exact)
    for (const viewer of [otherAdmin, officer])
      expect(await total(viewer)).toEqual(exact.map(({ need }) => ({ need, day: null, night: null })))
    expect(await bookOf(graph, one.id, stranger)).toBeNull()
    const { intakeBook } = await graph
      .request(`query ($id: ID!) { intakeBook(openingId: $id) { ${BOOK} } }`, { variables: { id: one.id } })
      .then(({ data }) => data ?? {})
    expect(intakeBook ?? null).toBeNull()
  })

  it('is handed out by the director alone', async () => {
    const { one, secretariat, admin } = world
    for (const viewer of [one.staff, secretariat, admin, world.other.director])
      await expect(
        runCommand(
          exportIntake,
          { openingId: one.id },
          { viewer, clock: { now: () => TODAY }, db: graph.db, requestId: 'test' },
        ),
      ).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  })
})

describe('the end of a book', () => {
  const at = (day: string) => new Date(`${day}T03:00:00Z`)
  const run = (now: Date) =>
    runCommand(
      anonymiseIntake,
      { openingId: world.one.openingId },
      { viewer: systemViewer, clock: { now: () => now }, db: graph.db, requestId: null },
    )
  const handOut = (now: Date) =>
    runCommand(
      exportIntake,
      { openingId: world.one.id },
      { viewer: world.one.director, clock: { now: () => now }, db: graph.db, requestId: 'test' },
    )

  it('is refused before it was handed out after the closing, by rule and by the database', async () => {
    const { openingId } = world.one
    await handOut(at('2026-11-24'))
    await graph.db.shelterOpening.update({
      where: { id: openingId },
      data: { state: 'CLOSED', closedAt: at('2026-12-01') },
    })
    await expect(run(at('2027-03-01'))).rejects.toMatchObject({ code: 'EXPORT_FIRST' })
    const book = await graph.db.intakeBook.findUniqueOrThrow({ where: { openingId } })
    const destroyed = { wrappedKey: null, destroyedAt: at('2027-03-01') }
    await expect(
      graph.db.intakeBook.update({
        where: { id: book.id },
        data: { ...destroyed, destroyOn: at('2027-01-01') },
      }),
    ).rejects.toThrow('closed and it was handed out')
    await expect(
      graph.db.intakeEntry.updateMany({ where: { bookId: book.id }, data: { sealed: null } }),
    ).rejects.toThrow('stays until the book is anonymised')
    await expect(graph.db.intakeEntry.deleteMany({ where: { bookId: book.id } })).rejects.toThrow(
      'stays until the book is anonymised',
    )
  })

  it('waits for its day, for whoever is on the way, and for what came in after it was handed out', async () => {
    const { one, other } = world
    await handOut(at('2026-12-02'))
    await expect(run(at('2026-12-20'))).rejects.toMatchObject({ code: 'KEPT_UNTIL_ITS_DAY' })
    await expect(run(at('2027-02-01'))).rejects.toMatchObject({ code: 'TRANSFER_UNDER_WAY' })
    const { arrivals } = await bookOf(graph, other.id, other.staff)
    await send(
      graph,
      'declineTransfer',
      { transferId: arrivals[0].transferId, because: 'STAFF' },
      { viewer: other.staff, payload: 'answered' },
    )
    await sendEntries(graph, one.id, described(pen(), { NAME: canary('LATE') }), one.staff, at('2026-12-03'))
    await expect(run(at('2027-02-01'))).rejects.toMatchObject({ code: 'EXPORT_FIRST' })
  })

  it('leaves no name anywhere, the numbers, and a certificate that can be checked', async () => {
    const { one } = world
    await handOut(at('2026-12-04'))
    const opening = await readOpening(sqlFor(pool), one.director, one.openingId)
    if (!opening) throw new Error('the director does not see it')
    expect(JSON.stringify(rowsOf(await stateOf(sqlFor(pool), opening)))).toContain(canary('LATE'))
    await run(at('2027-02-01'))
    expect(await tracesOf(pool, 'カナリア')).toEqual([])
    const sealed = await graph.db.intakeEntry.count({
      where: { book: { openingId: one.openingId }, sealed: { not: null } },
    })
    const book = await graph.db.intakeBook.findUniqueOrThrow({
      where: { openingId: one.openingId },
      include: { certificate: true },
    })
    expect([sealed, book.wrappedKey]).toEqual([0, null])
    const { certificate } = book
    expect(certificate).toMatchObject({ persons: 4, rule: 'INTAKE_30_DAYS_AFTER_CLOSING' })
    expect(certificate && certificateHash(one.openingId, certificate)).toBe(certificate?.contentHash)
    expect((await bookOf(graph, one.id, world.secretariat)).counts[0]).toEqual({
      need: null,
      day: 3,
      night: 3,
    })
    const late = await sendEntries(graph, one.id, described(pen(), { NAME: canary('TOO_LATE') }), one.staff)
    expect(late).toMatchObject({ code: 'INTAKE_ANONYMISED' })
    await expect(
      graph.db.deletionCertificate.updateMany({ where: { bookId: book.id }, data: { persons: 0 } }),
    ).rejects.toThrow('stays as it was made')
    await pool.end()
  })
})
