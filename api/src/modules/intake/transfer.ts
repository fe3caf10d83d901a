import type { Tx } from '../../kernel/db.ts'
import { findOpening, type Opening } from './book.ts'
import type { Entry } from './rules/entries.ts'
import { FIELDS } from './rules/entries.ts'
import type { Person } from './rules/people.ts'

/** A transfer with both its shelters. */
export async function findTransfer(tx: Tx, id: string) {
  const transfer = await tx.intakeTransfer.findUnique({
    where: { id },
    include: { book: { select: { openingId: true } }, toBook: { select: { openingId: true } } },
  })
  if (!transfer) return null
  const [from, to] = [
    await findOpening(tx, transfer.book.openingId),
    await findOpening(tx, transfer.toBook.openingId),
  ]
  // What the policy asks about is the shelter that takes in.
  return from && to ? { ...to, transfer, from, to } : null
}

/** What the new shelter is told of a person: everything that stands, also values that contradict each other. */
export function entriesOfArrival(
  person: Person,
  { transferId, at, newId }: { transferId: string; at: string; newId: () => string },
): Entry[] {
  const bare = {
    deviceId: transferId,
    at,
    people: null,
    need: null,
    stay: null,
    destination: null,
    basedOn: [],
  }
  const id = newId()
  const values = FIELDS.flatMap((field) =>
    (person.fields[field] ?? []).map(({ value }) => ({ field, value })),
  )
  return [
    { ...bare, id, sequence: 1, kind: 'PERSON_ADDED', subjects: [id], field: null, value: null },
    ...values.map(({ field, value }, index): Entry => ({
      ...bare,
      id: newId(),
      sequence: index + 2,
      kind: 'FIELD_SET',
      subjects: [id],
      field,
      value,
    })),
  ]
}

export const bothOf = (from: Opening, to: Opening) =>
  [`facility:${from.facilityId}`, `facility:${to.facilityId}`] as const
