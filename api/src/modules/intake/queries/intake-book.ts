import { dateOf } from '../../../kernel/clock.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { placesFound } from '../../assignment/public.ts'
import { keyOf } from '../book.ts'
import { handOut, keepIntake, readableFields, shownCount } from '../policy/intake.ts'
import type { CareNeed } from '../rules/entries.ts'
import { fold } from '../rules/fold.ts'
import { sheetState, type SheetState } from '../rules/sheet.ts'
import { entriesOfBooks, entryOf } from './entries.ts'
import { bytes, readOpening } from './opening.ts'

export interface ShownCount {
  readonly need: CareNeed | null
  readonly day: number | null
  readonly night: number | null
}

export interface ShownSheet {
  readonly number: number
  readonly state: SheetState
  readonly expiresAt: Date
  readonly lines: number | null
}

export interface ShownTransfer {
  readonly transferId: string
  readonly state: 'EXPECTED' | 'ACCEPTED' | 'DECLINED'
  readonly personId: string | null
  readonly name: string | null
  readonly needs: string | null
  readonly shelter: string
  readonly declinedBecause: string | null
  readonly proposedAt: Date
}

export interface OtherShelter {
  readonly openingId: string
  readonly name: string
}

/** What became of a place that the shelter seeks for people of its book. */
export interface ShownPlace {
  readonly referralKeys: readonly string[]
  readonly reference: string
  readonly shelter: string | null
  readonly openingId: string | null
  readonly decidedAt: Date | null
  readonly takenOffBecause: string | null
}

export interface ShownCertificate {
  readonly rule: string
  readonly persons: number
  readonly values: number
  readonly searches: number
  readonly exportedAt: Date
  readonly destroyedAt: Date
  readonly contentHash: string
}

export interface IntakeBookShown {
  readonly calledFacilityId: string | null
  readonly eventName: string
  readonly drill: boolean
  readonly facilityName: string
  readonly sample: boolean
  readonly closedAt: Date | null
  readonly keeps: boolean
  readonly handsOut: boolean
  readonly counts: readonly ShownCount[]
  readonly exportedAt: Date | null
  readonly destroyOn: Date | null
  readonly sheets: readonly ShownSheet[]
  readonly departures: readonly ShownTransfer[]
  readonly arrivals: readonly ShownTransfer[]
  readonly others: readonly OtherShelter[]
  readonly places: readonly ShownPlace[]
  readonly equipment: readonly string[]
  readonly certificate: ShownCertificate | null
}

interface TransferRow extends Record<string, unknown> {
  readonly id: string
  readonly bookId: string
  readonly toBookId: string
  readonly personId: string
  readonly state: ShownTransfer['state']
  readonly declinedBecause: string | null
  readonly proposedAt: string
  readonly wrappedKey: string | null
  readonly keyVersion: number
  readonly fromName: string
  readonly toName: string
}

interface Reading {
  readonly sql: Sql
  readonly viewer: Viewer
  readonly now: Date
  readonly logRead: (type: string, ids: readonly string[]) => Promise<void>
}

/** A shelter's book as far as the viewer may see it: how many for the network, sheets and transfers for its staff. */
export async function intakeBook(
  { sql, viewer, now, logRead }: Reading,
  openingId: string,
): Promise<IntakeBookShown | null> {
  const opening = await readOpening(sql, viewer, openingId)
  if (!opening) return null
  const { bookId, sight } = opening
  const keeps = keepIntake(viewer, opening).allowed
  const counts = await sql<{ need: CareNeed | null; day: number; night: number }>(
    `SELECT need::text AS need, day, night FROM intake_count
     WHERE book_id = $1::uuid AND (intake_count.need IS NULL OR day > 0) ORDER BY intake_count.need NULLS FIRST`,
    [bookId],
  )
  const [certificate] = await sql<ShownCertificate & Record<string, unknown>>(
    `SELECT rule, persons, values, searches, exported_at AS "exportedAt", destroyed_at AS "destroyedAt",
       content_hash AS "contentHash" FROM deletion_certificate WHERE book_id = $1::uuid`,
    [bookId],
  )
  const sheets = await sql<{
    number: number
    expiresAt: string
    usedAt: string | null
    revokedAt: string | null
    lines: number | null
  }>(
    `SELECT number, expires_at AS "expiresAt", used_at AS "usedAt", revoked_at AS "revokedAt", lines
     FROM intake_sheet WHERE book_id = $1::uuid AND $2::boolean ORDER BY number DESC LIMIT 100`,
    [bookId, keeps],
  )
  const others = await sql<OtherShelter & Record<string, unknown>>(
    `SELECT o.id AS "openingId", f.name FROM shelter_opening o JOIN facility f ON f.id = o.facility_id
     WHERE o.event_id = $1::uuid AND o.id <> $2::uuid AND o.state IN ('OPEN', 'FULL') AND $3::boolean ORDER BY f.name LIMIT 300`,
    [opening.eventId, openingId, keeps],
  )
  const { departures, arrivals } = await transfersOf(keeps ? bookId : null)
  const places = keeps ? await placesFound(sql, openingId) : []
  const equipment = await sql<{ item: string }>(
    `SELECT DISTINCT q.item FROM shelter_opening o JOIN facility_equipment q ON q.facility_id = o.facility_id AND q.state = 'YES'
     WHERE o.event_id = $1::uuid AND $2::boolean AND length(q.item) <= 40 AND q.item !~ '[;、|]' ORDER BY q.item LIMIT 50`,
    [opening.eventId, keeps],
  )
  return {
    calledFacilityId: opening.calledId && globalId('CalledFacility', opening.calledId),
    eventName: opening.eventName,
    drill: opening.drill,
    facilityName: opening.facilityName,
    sample: opening.sample,
    closedAt: opening.closedAt,
    keeps,
    handsOut: handOut(viewer, opening).allowed,
    counts: counts.map(({ need, day, night }) => ({
      need,
      day: shownCount(day, sight),
      night: shownCount(night, sight),
    })),
    exportedAt: opening.exportedAt,
    destroyOn: opening.destroyOn === null ? null : dateOf(opening.destroyOn),
    sheets: sheets.map(({ number, lines, ...times }) => {
      const at = (text: string | null) => (text === null ? null : new Date(text))
      const expiresAt = new Date(times.expiresAt)
      const state = sheetState({ expiresAt, usedAt: at(times.usedAt), revokedAt: at(times.revokedAt) }, now)
      return { number, lines, expiresAt, state }
    }),
    departures,
    arrivals,
    others: others.map(({ openingId: id, name }) => ({ openingId: globalId('ShelterOpening', id), name })),
    places: places.map(({ keys, reference, facilityName, openingId: id, decidedAt, takenOffBecause }) => ({
      referralKeys: keys,
      reference,
      shelter: facilityName,
      openingId: id && globalId('ShelterOpening', id),
      decidedAt: decidedAt === null ? null : new Date(decidedAt),
      takenOffBecause,
    })),
    equipment: equipment.map(({ item }) => item),
    certificate: certificate
      ? {
          ...certificate,
          exportedAt: new Date(certificate.exportedAt),
          destroyedAt: new Date(certificate.destroyedAt),
        }
      : null,
  }

  async function transfersOf(ofBook: string | null) {
    const rows = await sql<TransferRow>(
      `SELECT t.id, t.book_id AS "bookId", t.to_book_id AS "toBookId", t.person_id AS "personId", t.state::text AS state,
         t.declined_because::text AS "declinedBecause", t.proposed_at AS "proposedAt",
         encode(b.wrapped_key, 'base64') AS "wrappedKey", b.key_version AS "keyVersion", ff.name AS "fromName", tf.name AS "toName"
       FROM intake_transfer t JOIN intake_book b ON b.id = t.book_id
         JOIN shelter_opening fo ON fo.id = b.opening_id JOIN facility ff ON ff.id = fo.facility_id
         JOIN intake_book tb ON tb.id = t.to_book_id JOIN shelter_opening too ON too.id = tb.opening_id
         JOIN facility tf ON tf.id = too.facility_id
       WHERE t.book_id = $1::uuid OR t.to_book_id = $1::uuid ORDER BY t.state, t.proposed_at DESC, t.id DESC LIMIT 100`,
      [ofBook],
    )
    const expected = rows.filter(({ toBookId, state }) => toBookId === ofBook && state === 'EXPECTED')
    // Only those who are on their way are opened to the shelter that expects them, and that is logged.
    const entries = await entriesOfBooks(sql, [...new Set(expected.map(({ bookId: from }) => from))])
    await logRead(
      'IntakePerson',
      expected.map(({ personId }) => personId),
    )
    const readable = readableFields(viewer, opening as { facilityId: string; platformId: string })
    const described = (row: TransferRow) => {
      const isExpected = expected.includes(row)
      const wrapped = bytes(row.wrappedKey)
      const key =
        isExpected && wrapped
          ? keyOf({ id: row.bookId, wrappedKey: wrapped, keyVersion: row.keyVersion })
          : null
      const person = key
        ? fold(
            entries
              .filter((entry) => entry.bookId === row.bookId)
              .map((entry) => entryOf(entry, key, (name) => readable.has(name))),
          ).persons.find(({ members }) => members.includes(row.personId))
        : undefined
      const said = (field: 'NAME' | 'NEEDS') =>
        person?.fields[field]?.map(({ value }) => value).join('・') ?? null
      return {
        transferId: globalId('IntakeTransfer', row.id),
        state: row.state,
        personId: row.bookId === ofBook ? row.personId : null,
        name: said('NAME'),
        needs: said('NEEDS'),
        shelter: row.bookId === ofBook ? row.toName : row.fromName,
        declinedBecause: row.declinedBecause,
        proposedAt: new Date(row.proposedAt),
      }
    }
    return {
      departures: rows.filter((row) => row.bookId === ofBook).map(described),
      arrivals: rows.filter((row) => row.toBookId === ofBook).map(described),
    }
  }
}
