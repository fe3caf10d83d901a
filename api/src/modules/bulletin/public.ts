import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { BulletinAudience, CalendarKind, DocumentKind } from '../../generated/prisma/enums.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { inPieces } from '../../kernel/pieces.ts'
import { announceEntry, checkTimes } from './calendar.ts'
import { announceDocument } from './documents.ts'
import { bytesOf, emptyFile, kindNotKept, tooLarge } from './files.ts'
import { retentionRuleOn } from './retention.ts'
import { LARGEST_FILE, mediaTypeOf, retainUntil } from './rules/documents.ts'

export { openedFile } from './files.ts'

// What other modules may do with a network's shelf and calendar inside their own transaction. They have asked their own
// policy first.

interface Act {
  readonly tx: Tx
  readonly now: Date
  readonly emit: Emit
}

export interface FileSpec {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** What is new in it. */
  readonly note?: string
  /** Null when nobody did it by hand. */
  readonly addedByUserId: string | null
}

export interface DocumentSpec {
  readonly platformId: string
  readonly title: string
  readonly kind: DocumentKind
  readonly audience: BulletinAudience
  /** Day from which the years of keeping count. */
  readonly retainFrom: Date
  /** The module that makes it, e.g. `meetings`. */
  readonly source: string
}

/**
 * Makes a place on the shelf for a document whose file follows by the shelf’s own upload; it is kept as long as the
 * proposal for its kind says.
 */
export const placeDocument = (act: Act, spec: DocumentSpec): Promise<string> => makePlace(act, spec, false)

async function makePlace(
  { tx, now, emit }: Act,
  { platformId, title, kind, audience, retainFrom, source }: DocumentSpec,
  sealed: boolean,
): Promise<string> {
  const rule = await retentionRuleOn(tx, kind, retainFrom)
  const years = rule?.years ?? null
  const document = await tx.document.create({
    data: {
      platformId,
      title,
      kind,
      audience,
      source,
      sealed,
      retentionYears: years,
      retainFrom,
      retainUntil: retainUntil(retainFrom, years),
      retentionRuleId: rule?.id ?? null,
      createdAt: now,
    },
    select: { id: true, platformId: true, audience: true },
  })
  announceDocument(emit, document, 'ADDED')
  return document.id
}

/** Puts a document on the shelf with its file; nobody else adds another. */
export async function storeDocument(
  act: Act,
  spec: DocumentSpec,
  file: FileSpec,
): Promise<{ documentId: string; documentVersionId: string }> {
  const documentId = await makePlace(act, spec, true)
  return { documentId, documentVersionId: await storeVersion(act, documentId, file) }
}

/** Lets the members read documents of a module’s own that were the officers’ alone until now. */
export async function showToMembers(
  { tx, emit }: Act,
  { documentIds, source }: { readonly documentIds: readonly string[]; readonly source: string },
): Promise<void> {
  const shown = await tx.document.updateManyAndReturn({
    where: { id: { in: [...documentIds] }, source, audience: 'OFFICERS', deletedAt: null },
    data: { audience: 'MEMBERS', version: { increment: 1 } },
    select: { id: true, platformId: true, audience: true },
  })
  for (const document of shown) announceDocument(emit, document, 'EDITED')
}

/** Whether a document’s versions were opened by anybody of a member since a moment. */
export const wasOpenedByMembers = async (tx: Tx, documentId: string, since: Date): Promise<boolean> =>
  (await tx.documentReading.count({
    where: { version: { is: { documentId } }, corporationId: { not: null }, openedAt: { gte: since } },
  })) > 0

/** Adds a version to a document that stands on the shelf; answers its key. */
export async function storeVersion(
  { tx, now, emit }: Act,
  documentId: string,
  { fileName, bytes, note, addedByUserId }: FileSpec,
): Promise<string> {
  const mediaType = mediaTypeOf(fileName, bytes)
  if (bytes.length === 0) throw emptyFile()
  if (bytes.length > LARGEST_FILE) throw tooLarge()
  if (mediaType === null) throw kindNotKept()
  // The row's lock gives two versions two numbers.
  const document = await tx.document.update({
    where: { id: documentId, deletedAt: null },
    data: { latestNumber: { increment: 1 }, latestAt: now, version: { increment: 1 } },
    select: { id: true, platformId: true, audience: true, latestNumber: true },
  })
  const { id: versionId } = await tx.documentVersion.create({
    data: {
      documentId,
      number: document.latestNumber,
      fileName,
      size: bytes.length,
      contentHash: new Uint8Array(createHash('sha256').update(bytes).digest()),
      mediaType,
      note: note ?? null,
      addedAt: now,
      addedByUserId,
      receivedAt: now,
    },
    select: { id: true },
  })
  let position = 0
  for await (const piece of inPieces(once(bytes)))
    await tx.documentChunk.create({ data: { versionId, position: position++, bytes: new Uint8Array(piece) } })
  announceDocument(emit, document, 'VERSION')
  return versionId
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * The file a module has stored, for those to whom the module itself shows it: the first version, which nobody replaces.
 * Null once the document is deleted.
 */
export async function storedFile(
  db: Db | Tx,
  documentId: string,
): Promise<{ readonly name: string; readonly bytes: Readable } | null> {
  const found = await db.documentVersion.findFirst({
    where: { documentId, number: 1, document: { is: { deletedAt: null } } },
    select: { id: true, fileName: true },
  })
  if (!found) return null
  return { name: found.fileName, bytes: Readable.from(bytesOf(db, found.id), { objectMode: false }) }
}

/** Who has opened a version, first readers first. */
export const readersOf = (tx: Tx, documentVersionId: string) =>
  tx.documentReading.findMany({
    where: { versionId: documentVersionId },
    select: { userId: true, bodyKey: true, bodyName: true, corporationId: true, openedAt: true },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })

export interface EntrySpec {
  /** The module that keeps it, and its own key there: the same pair again changes the entry. */
  readonly source: string
  readonly sourceKey: string
  readonly platformId: string
  readonly kind: CalendarKind
  readonly title: string
  readonly place: string | null
  readonly note: string | null
  /** Path inside the portal where more can be seen. */
  readonly link: `/${string}` | null
  readonly audience: BulletinAudience
  readonly startsOn: Date
  /** Last day, the first included. */
  readonly endsOn: Date
  /** Minutes after midnight in Japan; both null = all day. */
  readonly startMinute: number | null
  readonly endMinute: number | null
}

/** Puts an entry of another module into its network's calendar, or changes it; answers its key. */
export async function putEntry({ tx, now, emit }: Act, spec: EntrySpec): Promise<string> {
  const { source, sourceKey, platformId: _platformId, ...facts } = spec
  checkTimes({ ...facts, repeat: 'NONE', repeatUntil: null })
  const entry = await tx.calendarEntry.upsert({
    where: { source_sourceKey: { source, sourceKey } },
    create: { ...spec, createdAt: now },
    update: { ...facts, cancelledAt: null, sequence: { increment: 1 }, version: { increment: 1 } },
    select: { id: true, platformId: true, audience: true },
  })
  announceEntry(emit, entry)
  return entry.id
}

/** Calls off an entry of another module; it stays in the calendars as called off. */
export async function cancelEntry(
  { tx, now, emit }: Act,
  { source, sourceKey }: Pick<EntrySpec, 'source' | 'sourceKey'>,
): Promise<void> {
  const [entry] = await tx.calendarEntry.updateManyAndReturn({
    where: { source, sourceKey, cancelledAt: null },
    data: { cancelledAt: now, sequence: { increment: 1 }, version: { increment: 1 } },
    select: { id: true, platformId: true, audience: true },
  })
  if (entry) announceEntry(emit, entry)
}
