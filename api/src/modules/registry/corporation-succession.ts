import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import * as events from './events.ts'
import { networksOf } from './corporation-writing.ts'
import { builtUpon, daysAfter } from './rules/succession.ts'

/** A succession that takes effect. */
export interface Takeover {
  readonly id: string
  readonly corporationId: string
  /** Null when a corporation is dissolved and leaves nothing. */
  readonly successorId: string | null
  /** First day without the old corporation. */
  readonly onDate: Date
  readonly today: Date
  readonly now: Date
  readonly recordedByUserId: string
}

/** One record that a part carried over, with what it needs to take it back. */
export interface CarriedItem {
  /** The record that was moved, ended or removed. */
  readonly recordId: string
  /** Its version now; null if it was removed. */
  readonly versionAfter: number | null
  readonly gainedIds: readonly string[]
  readonly before: Prisma.InputJsonObject
}

/** The same when it is read again, to be taken back. */
export interface KeptItem extends Omit<CarriedItem, 'before'> {
  readonly before: Readonly<Record<string, unknown>>
}

/**
 * A module's share in a succession: it moves its own tables in the transaction of the command, and takes that back while
 * nobody has built on it. Modules above the registry bring theirs through `joinSuccessions`, so that the registry need
 * not know them.
 */
export interface SuccessionPart {
  /** Key of what it wrote; never rename. */
  readonly part: string
  readonly carry: (tx: Tx, succession: Takeover) => Promise<readonly CarriedItem[]>
  /** Throws `builtUpon()` if a record was changed since. */
  readonly takeBack: (tx: Tx, items: readonly KeptItem[], succession: Takeover) => Promise<void>
}

const parts: SuccessionPart[] = []

/** A module says what it moves when a corporation ends. Called when its schema.ts or reactions.ts is loaded. */
export function joinSuccessions(part: SuccessionPart): void {
  if (parts.some((other) => other.part === part.part))
    throw new Error(`There already is a part ${part.part}.`)
  parts.push(part)
}

/** Refuses to take back what is no longer as the succession left it. */
function asLeft(items: readonly KeptItem[], found: readonly { id: string; version: number }[]): void {
  const versions = new Map(found.map(({ id, version }) => [id, version]))
  const changed = items.some(
    ({ recordId, versionAfter }) => versionAfter !== null && versions.get(recordId) !== versionAfter,
  )
  if (changed) throw builtUpon()
}

const idsOf = (items: readonly KeptItem[]): string[] => items.map(({ recordId }) => recordId)

// Facilities and offices belong to somebody else, that is all. Their own blocks may go on being edited and confirmed;
// only if they have moved on to a third corporation, the succession can no longer be taken back.
joinSuccessions({
  part: 'facility',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const rows = await tx.facility.updateManyAndReturn({
      where: { corporationId },
      data: { corporationId: successorId, version: { increment: 1 } },
      select: { id: true, version: true },
    })
    return rows.map(({ id, version }) => ({ recordId: id, versionAfter: version, gainedIds: [], before: {} }))
  },
  async takeBack(tx, items, { corporationId, successorId }) {
    const { count } = await tx.facility.updateMany({
      where: { id: { in: idsOf(items) }, corporationId: successorId },
      data: { corporationId, version: { increment: 1 } },
    })
    if (count !== items.length) throw builtUpon()
  },
})

joinSuccessions({
  part: 'office',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const rows = await tx.serviceOffice.updateManyAndReturn({
      where: { corporationId },
      data: { corporationId: successorId, version: { increment: 1 } },
      select: { id: true, version: true },
    })
    return rows.map(({ id, version }) => ({ recordId: id, versionAfter: version, gainedIds: [], before: {} }))
  },
  async takeBack(tx, items, { corporationId, successorId }) {
    const { count } = await tx.serviceOffice.updateMany({
      where: { id: { in: idsOf(items) }, corporationId: successorId },
      data: { corporationId, version: { increment: 1 } },
    })
    if (count !== items.length) throw builtUpon()
  },
})

// Contacts come behind the successor's own, so that nobody is without a number to call on the first night. The old
// 経理規程 ends with its corporation.
joinSuccessions({
  part: 'contact',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const contacts = await tx.corporationContact.findMany({
      where: { corporationId },
      orderBy: { position: 'asc' },
    })
    const last = await tx.corporationContact.aggregate({
      where: { corporationId: successorId },
      _max: { position: true },
    })
    const items: CarriedItem[] = []
    for (const [n, { id, position, version }] of contacts.entries()) {
      await tx.corporationContact.update({
        where: { id },
        data: {
          corporationId: successorId,
          position: (last._max.position ?? 0) + n + 1,
          version: { increment: 1 },
        },
      })
      items.push({ recordId: id, versionAfter: version + 1, gainedIds: [], before: { position } })
    }
    return items
  },
  async takeBack(tx, items, { corporationId, successorId }) {
    asLeft(
      items,
      await tx.corporationContact.findMany({
        where: { id: { in: idsOf(items) }, corporationId: successorId ?? '' },
        select: { id: true, version: true },
      }),
    )
    for (const { recordId, before } of items)
      await tx.corporationContact.update({
        where: { id: recordId },
        data: { corporationId, position: Number(before.position), version: { increment: 1 } },
      })
  },
})

/** Makes a succession happen: ends the corporation, carries everything over, keeps what was carried, announces it. */
export async function carryOut(
  { tx, emit }: { tx: Tx; emit: Emit },
  succession: Takeover & { readonly kind: 'MERGER' | 'DISSOLUTION' },
): Promise<void> {
  const { id, kind, corporationId, successorId, onDate } = succession
  const heard = await announced(tx, succession)
  await tx.corporation.update({
    where: { id: corporationId },
    data: {
      status: kind === 'MERGER' ? 'MERGED' : 'DISSOLVED',
      endedOn: daysAfter(onDate, -1),
      successorId,
      version: { increment: 1 },
    },
  })
  for (const { part, carry } of parts) {
    const items = await carry(tx, succession)
    await tx.successionItem.createMany({
      data: items.map((item) => ({ successionId: id, part, ...item, gainedIds: [...item.gainedIds] })),
    })
  }
  emit(events.CorporationSucceeded, heard.payload, heard.options)
}

/** Takes a succession back: the corporation stands again and has everything it had. */
export async function takeBack(
  { tx, emit }: { tx: Tx; emit: Emit },
  succession: Takeover & { readonly kind: 'MERGER' | 'DISSOLUTION' },
): Promise<void> {
  const { id, corporationId } = succession
  const items = await tx.successionItem.findMany({ where: { successionId: id }, orderBy: { id: 'asc' } })
  await tx.corporation.update({
    where: { id: corporationId },
    data: { status: 'ACTIVE', endedOn: null, successorId: null, version: { increment: 1 } },
  })
  // The other way round: what was carried last is taken back first.
  for (const { part, takeBack: undo } of parts.toReversed()) {
    const own = items.filter((item) => item.part === part)
    if (own.length > 0) await undo(tx, own as unknown as readonly KeptItem[], succession)
  }
  const heard = await announced(tx, succession)
  emit(events.CorporationSuccessionReverted, heard.payload, heard.options)
}

/** What is announced of a succession, and to whom: both corporations, their networks, and everybody for the pages. */
export async function announced(
  tx: Tx,
  {
    id,
    kind,
    corporationId,
    successorId,
    onDate,
    now,
  }: Takeover & { readonly kind: 'MERGER' | 'DISSOLUTION' },
) {
  const bodies = [corporationId, ...(successorId ? [successorId] : [])]
  const platformIds: string[] = []
  for (const body of bodies) platformIds.push(...(await networksOf(tx, body, now)))
  const networks = [...new Set(platformIds)]
  const audience: Audience[] = [
    ...bodies.map((body) => `corporation:${body}` as const),
    ...networks.map((network) => `platform:${network}` as const),
  ]
  return {
    payload: {
      successionId: id,
      kind,
      corporationId,
      successorId,
      onDate: onDate.toISOString().slice(0, 10),
      platformIds: networks,
    },
    options: { audience, entities: bodies.map((body) => globalId('Corporation', body)) },
  }
}
