import type { IntakeBook, IntakeEntry } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { holdRow } from '../../kernel/lock.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { newDataKey, seal, unseal, unwrap, type DataKey } from '../../kernel/sealing.ts'
import { placesSought } from '../assignment/public.ts'
import { noteOccupancy } from '../disasters/public.ts'
import { IntakeWritten } from './events.ts'
import { entryText, faultOf, soughtOf, type Entry } from './rules/entries.ts'
import { countsIn, fold, passageIn } from './rules/fold.ts'
import { personalNameOf, type PersonalName } from './rules/personal-fields.ts'
import { movingIn, sharesOf } from './rules/referrals.ts'

/** An opening with what decides who may what in its book. */
export interface Opening {
  readonly openingId: string
  readonly eventId: string
  readonly facilityId: string
  readonly facilityName: string
  readonly platformId: string
  readonly drill: boolean
  readonly closedAt: Date | null
}

/** An opening by its key, for commands; whoever may nothing with it learns nothing of it. */
export async function findOpening(tx: Tx, id: string): Promise<Opening | null> {
  const found = await tx.shelterOpening.findUnique({
    where: { id },
    include: { event: true, facility: { select: { name: true } } },
  })
  if (!found) return null
  return {
    openingId: found.id,
    eventId: found.eventId,
    facilityId: found.facilityId,
    facilityName: found.facility.name,
    platformId: found.event.platformId,
    drill: found.event.drill,
    closedAt: found.closedAt,
  }
}

export interface OpenBook {
  readonly book: IntakeBook
  readonly key: DataKey
}

/** The key of a book that was not anonymised. */
export const keyOf = (book: Pick<IntakeBook, 'id' | 'wrappedKey' | 'keyVersion'>): DataKey | null =>
  book.wrappedKey &&
  unwrap({ wrapped: new Uint8Array(book.wrappedKey), version: book.keyVersion }, `intake book ${book.id}`)

/** Holds the book of an opening, begun if there is none: what is written to one book is written in turn. */
export async function holdBook(tx: Tx, openingId: string, bookId: string): Promise<OpenBook> {
  const { key, kept } = newDataKey(`intake book ${bookId}`)
  // Of two that begin the same book, one does; both then hold the one there is.
  await tx.intakeBook.createMany({
    data: [{ id: bookId, openingId, wrappedKey: kept.wrapped, keyVersion: kept.version }],
    skipDuplicates: true,
  })
  const { id } = await tx.intakeBook.findUniqueOrThrow({ where: { openingId }, select: { id: true } })
  await holdRow(tx, 'intakeBook', id, 'IN_TURN')
  const book = await tx.intakeBook.findUniqueOrThrow({ where: { id } })
  const own = id === bookId ? key : keyOf(book)
  if (!own || book.destroyedAt) throw anonymised()
  return { book, key: own }
}

export const anonymised = () => new RuleProblem('INTAKE_ANONYMISED', 'The book was anonymised.')

/** Where a value of an entry belongs: moved elsewhere it does not open. */
const placeOf = (entry: Pick<Entry, 'id' | 'field' | 'kind'>) =>
  `intake entry ${entry.id} ${personalNameOf(entry)}`

/** An entry as it was written; without its value where the book was anonymised or the reader may not read it. */
export function readEntry(
  key: DataKey | null,
  row: Omit<IntakeEntry, 'bookId' | 'receivedAt' | 'receivedFromUserId'>,
  mayRead: (name: PersonalName) => boolean = () => true,
): Entry {
  const {
    id,
    deviceId,
    sequence,
    statedAt,
    kind,
    subjects,
    basedOn,
    field,
    people,
    need,
    stay,
    destination,
  } = row
  const value =
    row.sealed && key && mayRead(personalNameOf(row)) ? unseal(key, row.sealed, placeOf(row)) : null
  return {
    id,
    deviceId,
    sequence,
    at: new Date(statedAt).toISOString(),
    kind,
    subjects,
    basedOn,
    field,
    value,
    people,
    need,
    stay,
    destination,
  }
}

/** All entries of a book, in the order in which they arrived. */
export async function readEntries(tx: Tx, { book, key }: OpenBook): Promise<Entry[]> {
  const rows = await tx.intakeEntry.findMany({ where: { bookId: book.id }, orderBy: { position: 'asc' } })
  return rows.map((row) => readEntry(key, row))
}

/** Why one entry of many was not taken; the others are. */
export interface Refused {
  readonly id: string
  readonly reason: string
}

interface Writing {
  readonly now: Date
  readonly userId: string | null
}

/**
 * Takes entries into a held book. One that is there already is taken as done; one that is wrong, says something else
 * under a known id, or takes a number that its device has given already, is refused with a reason while the rest is kept.
 */
export async function takeEntries(
  tx: Tx,
  { book, key }: OpenBook,
  entries: readonly Entry[],
  { now, userId }: Writing,
): Promise<{ accepted: string[]; refused: Refused[] }> {
  const ids = entries.map(({ id }) => id)
  // An id belongs to one book in the whole installation.
  const known = new Map(
    (await tx.intakeEntry.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]),
  )
  const devices = [...new Set(entries.map(({ deviceId }) => deviceId))]
  const given = new Set(
    (
      await tx.intakeEntry.findMany({
        where: {
          bookId: book.id,
          deviceId: { in: devices },
          sequence: { in: entries.map(({ sequence }) => sequence) },
        },
        select: { deviceId: true, sequence: true },
      })
    ).map(({ deviceId, sequence }) => `${deviceId} ${sequence}`),
  )
  const unknown = await unknownEquipment(tx, entries)
  const accepted: string[] = []
  const refused: Refused[] = []
  const fresh = new Map<string, Entry>()
  for (const entry of entries) {
    const number = `${entry.deviceId} ${entry.sequence}`
    const before = known.get(entry.id)
    const same = before ? readIfOf(before) : fresh.get(entry.id)
    const fault = faultOf(entry)
    if (same && entryText(same) === entryText(entry)) accepted.push(entry.id)
    else if (before || same) refused.push({ id: entry.id, reason: 'ENTRY_ALREADY_OTHERWISE' })
    else if (fault) refused.push({ id: entry.id, reason: fault })
    else if (equipmentOf(entry).some((thing) => unknown.has(thing)))
      refused.push({ id: entry.id, reason: 'ENTRY_VALUE_WRONG' })
    else if (given.has(number)) refused.push({ id: entry.id, reason: 'ENTRY_NUMBER_GIVEN' })
    else {
      given.add(number)
      fresh.set(entry.id, entry)
      accepted.push(entry.id)
    }
  }
  function readIfOf(row: IntakeEntry): Entry | undefined {
    return row.bookId === book.id ? readEntry(key, row) : undefined
  }
  // One after another in the order they were sent, so that their positions keep it.
  await tx.intakeEntry.createMany({
    data: [...fresh.values()].map(({ at, value, basedOn, subjects, ...entry }) => ({
      ...entry,
      subjects: [...subjects],
      basedOn: [...basedOn],
      bookId: book.id,
      statedAt: new Date(at),
      sealed: value === null ? null : seal(key, value, placeOf(entry)),
      receivedAt: now,
      receivedFromUserId: userId,
    })),
  })
  if (fresh.size > 0) await recount(tx, { book, key }, now)
  return { accepted: [...new Set(accepted)], refused }
}

const equipmentOf = ({ kind, value }: Entry): readonly string[] =>
  kind === 'REFERRED' ? (soughtOf(value ?? '')?.equipment ?? []) : []

/**
 * Equipment that no facility of the registry has a word for. What a place must have leaves the book for whoever looks for
 * one, so it is said in words of the registry and in no others: a name does not leave with it.
 */
async function unknownEquipment(tx: Tx, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const said = new Set(entries.flatMap(equipmentOf))
  if (said.size === 0) return said
  const known = await tx.facilityEquipment.findMany({
    where: { item: { in: [...said] } },
    distinct: ['item'],
    select: { item: true },
  })
  for (const { item } of known) said.delete(item)
  return said
}

/** Writes down how many there are now, so that a board reads numbers and opens nobody's record. */
async function recount(tx: Tx, open: OpenBook, now: Date): Promise<void> {
  const state = fold(await readEntries(tx, open))
  const counts = countsIn(state)
  await tx.intakeCount.deleteMany({ where: { bookId: open.book.id } })
  await tx.intakeCount.createMany({
    // Nobody of a kind may be here any more, and they came all the same.
    data: passageIn(state).map(({ need, came, left }) => {
      const there = counts.find((count) => count.need === need)
      return {
        bookId: open.book.id,
        need,
        day: there?.day ?? 0,
        night: there?.night ?? 0,
        came,
        left,
        at: now,
      }
    }),
  })
}

/** Who hears that something was written: the shelter, its network and the municipality through it. */
export const audienceOf = ({ facilityId, platformId }: Opening): Audience[] => [
  `facility:${facilityId}`,
  `platform:${platformId}`,
]

/**
 * Tells the network, puts the number that is there now on its board, and lays before the coordinators for whom a place is
 * sought: how many with what needs, never who.
 */
export async function announceWriting(
  act: { readonly tx: Tx; readonly emit: Emit; readonly now: Date },
  opening: Opening,
  userId: string | null,
): Promise<void> {
  const { tx, emit } = act
  const { openingId, eventId, drill } = opening
  const total = await tx.intakeCount.findFirst({ where: { book: { openingId }, need: null } })
  if (total) await noteOccupancy(act, { openingId, day: total.day, night: total.night, userId })
  await seekPlaces(act, opening)
  emit(
    IntakeWritten,
    { openingId, eventId, drill },
    { audience: audienceOf(opening), entities: [globalId('ShelterOpening', openingId)] },
  )
}

async function seekPlaces(
  act: { readonly tx: Tx; readonly emit: Emit; readonly now: Date },
  opening: Opening,
): Promise<void> {
  const { tx } = act
  const book = await tx.intakeBook.findUnique({
    where: { openingId: opening.openingId, entries: { some: { kind: 'REFERRED' } } },
  })
  const key = book && keyOf(book)
  if (!book || !key) return
  const entries = await readEntries(tx, { book, key })
  const state = fold(entries)
  // Who was marked first has the first number.
  const arrival = new Map(entries.map(({ id }, index) => [id, index]))
  const byArrival = (one: string, other: string) => (arrival.get(one) ?? 0) - (arrival.get(other) ?? 0)
  const referrals = state.referrals
    .map((referral) => ({ referral, keys: referral.members.toSorted(byArrival) }))
    .toSorted((one, other) => byArrival(one.keys[0] ?? '', other.keys[0] ?? ''))
  await placesSought(
    act,
    opening,
    referrals.map(({ referral, keys }) => ({
      keys,
      shares: (of) =>
        sharesOf(referral, of).map((share) => ({
          state: share.state,
          urgency: share.urgency,
          members: movingIn(share, state),
        })),
    })),
  )
}

/** Entries may come late from a device that had no network, so a closed shelter takes them still; nothing new begins there. */
export function refuseIfClosed({ closedAt }: Opening): void {
  if (closedAt) throw new RuleProblem('SHELTER_CLOSED', 'The shelter was closed.')
}
