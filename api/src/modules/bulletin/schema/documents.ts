import type { Prisma } from '../../../generated/prisma/client.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { addDocument } from '../commands/add-document.ts'
import { deleteDocument } from '../commands/delete-document.ts'
import { editDocument } from '../commands/edit-document.ts'
import { audiences, documentKinds } from '../inputs.ts'
import * as policy from '../policy/documents.ts'
import { isDue } from '../rules/documents.ts'

const DocumentKind = enumeration('DocumentKind', {
  description: 'What a document is.',
  values: documentKinds,
})
export const BulletinAudience = enumeration('BulletinAudience', {
  description: 'For whom a network keeps something.',
  values: audiences,
})

const seenBy = 'Seen by the network’s officers and, if it is meant for members, by their people.'

model('Document', {
  description: `A paper on a network’s shelf. ${seenBy}`,
  visibleTo: policy.documentsVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    title: t.column('title', { description: 'What it is called.' }),
    kind: t.column('kind', { description: 'What it is.' }),
    audience: t.column('audience', { description: 'Who may read it.' }),
    retentionYears: t.column('retentionYears', { description: 'Years it is kept; null = for good.' }),
    retainFrom: t.column('retainFrom', { description: 'Day from which the years count.' }),
    retainUntil: t.column('retainUntil', { description: 'Last day of keeping; null = for good.' }),
    retentionRule: t.one('retentionRule', {
      description: 'The proposal that was followed; null if a person chose otherwise.',
    }),
    latestNumber: t.column('latestNumber', {
      description: 'Number of the newest version; 0 while it has no file.',
    }),
    latestAt: t.column('latestAt', { description: 'When the newest version came; null without one.' }),
    source: t.column('source', { description: 'The module that made it; null if a person did.' }),
    sealed: t.column('sealed', { description: 'That module has put in its file, and nobody adds another.' }),
    createdAt: t.column('createdAt', { description: 'When it was put on the shelf.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    due: t.computed({
      needs: ['latestNumber', 'retainUntil', 'deletedAt'],
      type: 'Boolean',
      description: 'Whether its time of keeping is over, so that a person should look at it and delete it.',
      resolve: (row, { viewer }) => isDue(row, viewer.today),
    }),
    deletedAt: t.column('deletedAt', {
      description:
        'When its files were deleted; null while they are there. Deleted ones are seen by officers.',
    }),
    deletedBy: t.one('deletedBy', {
      description: 'Who deleted it; null unless the asker may know the person.',
    }),
    deletionReason: t.column('deletionReason', { description: 'Why it was deleted.' }),
    versions: t.many('versions', {
      description: 'Its versions that have arrived, the newest first.',
      orderBy: [{ number: 'desc' }, { id: 'desc' }],
    }),
    viewerCan: t.can({
      edit: {
        description: 'Correct it.',
        needs: ['platformId', 'deletedAt'],
        policy: policy.keepDocument,
      },
      addVersion: {
        description: 'Add a version; to what another part of the portal has filed, nobody does.',
        needs: ['platformId', 'deletedAt', 'sealed'],
        policy: policy.addVersion,
      },
      remove: {
        description: 'Delete its files for good.',
        needs: ['platformId', 'deletedAt', 'latestNumber', 'retainUntil'],
        policy: policy.deleteDocument,
      },
    }),
  }),
})

model('DocumentVersion', {
  description: `One edition of a document; its bytes are at /api/documents/versions/<id>. ${seenBy}`,
  visibleTo: policy.versionsVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    number: t.column('number', { description: '1, 2, … in the order of arrival.' }),
    document: t.one('document', { description: 'The document it is an edition of.' }),
    fileName: t.column('fileName', { description: 'Name of the file.' }),
    size: t.column('size', { description: 'Number of bytes.' }),
    sha256: t.computed({
      needs: ['contentHash'],
      type: 'String',
      description: 'SHA-256 of its bytes, in hexadecimal digits.',
      resolve: ({ contentHash }) => Buffer.from(contentHash ?? []).toString('hex'),
    }),
    mediaType: t.column('mediaType', { description: 'What its bytes say that it is, e.g. application/pdf.' }),
    note: t.column('note', { description: 'What is new in it; null if nobody said.' }),
    addedAt: t.column('addedAt', { description: 'When it came.' }),
    addedBy: t.one('addedBy', { description: 'Who put it in; null unless the asker may know the person.' }),
    readings: t.many('readings', {
      description: 'Who has opened it, first readers first. The whole list is seen by officers alone.',
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    }),
    readingCount: t.count('readings', {
      description: 'How many have opened it, as far as the asker may know.',
    }),
  }),
})

model('DocumentReading', {
  description:
    'Somebody has opened a version of a document. Seen by the network’s officers; one’s own by oneself.',
  visibleTo: policy.readingsVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    bodyName: t.column('bodyName', { description: 'The body the person acted for, as it was called then.' }),
    openedAt: t.column('openedAt', { description: 'When it was first opened.' }),
  }),
})

query.one('document', { model: 'Document', access: 'signedIn', description: 'One document by its id.' })

query.list('documents', {
  model: 'Document',
  access: 'signedIn',
  description:
    'The shelf of a network, what came last first; with `due`, what should be deleted, the longest overdue first.',
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    kind: arg({ type: DocumentKind, description: 'Only of this kind.' }),
    search: arg.string({ description: 'Only with this in the title.' }),
    due: arg.boolean({ description: 'Only those whose time of keeping is over.' }),
    deleted: arg.boolean({ description: 'Those that were deleted, instead of those that stand there.' }),
  }),
  where({ platformId, kind, search, due, deleted }, viewer): Prisma.DocumentWhereInput {
    const network = readGlobalId(platformId)
    if (network?.model !== 'Platform') return { id: { in: [] } }
    return {
      platformId: network.key,
      deletedAt: deleted ? { not: null } : null,
      ...(kind ? { kind } : {}),
      ...(search?.trim() ? { title: { contains: search.trim(), mode: 'insensitive' } } : {}),
      ...(due ? { retainUntil: { lt: viewer.today }, latestNumber: { gt: 0 } } : {}),
    }
  },
  orderBy: ({ due }) =>
    due ? [{ retainUntil: 'asc' }, { id: 'asc' }] : [{ createdAt: 'desc' }, { id: 'desc' }],
})

mutation(addDocument, { payload: { document: 'Document' } })
mutation(editDocument, { payload: { document: 'Document', platform: 'Platform' } })
mutation(deleteDocument, { payload: { document: 'Document', platform: 'Platform' } })
