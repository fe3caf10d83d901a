import { dayInJapan } from '../../../kernel/clock.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy/handover.ts'
import { calendarOf } from '../queries/calendar.ts'
import {
  openTasks,
  packedDocuments,
  packedMembers,
  packedOfficers,
  type OpenTasks,
  type PackagePreview,
} from '../queries/handover.ts'

const TasksRef = value<
  Pick<OpenTasks, 'decisions' | 'requests' | 'unread' | 'planned' | 'invitations' | 'due' | 'withoutFile'>
>('HandoverTasks', {
  description: 'What a new secretariat would find undone.',
  fields: {
    decisions: { type: 'Int', description: 'Follow-up tasks of decisions that are not done.' },
    requests: { type: 'Int', description: 'Requests for confirmation without an answer.' },
    unread: { type: 'Int', description: 'Announcements that not every member has acknowledged.' },
    planned: { type: 'Int', description: 'Announcements that are still to come out.' },
    invitations: { type: 'Int', description: 'Open invitations to roles of the network.' },
    due: { type: 'Int', description: 'Documents whose time of keeping is over.' },
    withoutFile: { type: 'Int', description: 'Documents that have no file yet.' },
  },
})

const PreviewRef = value<PackagePreview>('HandoverPackage', {
  description: 'What a network’s hand-over package would hold now.',
  fields: {
    everything: {
      type: 'Boolean',
      description: 'Whether documents and contacts are in it for the asker; an auditor gets the index alone.',
    },
    documents: { type: 'Int', description: 'Documents, each in its newest version.' },
    bytes: { type: 'Float', description: 'Bytes of these documents together.' },
    members: { type: 'Int', description: 'Members of today.' },
    officers: { type: 'Int', description: 'Roles of officers, of today and to come.' },
    entries: { type: 'Int', description: 'Days of the calendar in the next twelve months.' },
    tasks: { type: TasksRef, description: 'What is undone.' },
  },
})

query.custom('handoverPackage', {
  description:
    'What the hand-over package at /api/networks/<id>/handover.zip would hold now. Null for everybody but the network’s secretariat, chair and auditors.',
  access: 'signedIn',
  scope: 'bulletin:read',
  type: PreviewRef,
  nullable: true,
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  complexity: 50,
  async resolve({ platformId: id }, { viewer, sql, now }) {
    const network = readGlobalId(id)
    if (network?.model !== 'Platform') return null
    const platformId = network.key
    if (!policy.takePackage(viewer, { platformId }).allowed) return null
    const from = dayInJapan(now)
    const until = new Date(Date.parse(from) + 365 * 86_400_000).toISOString().slice(0, 10)
    const [documents, members, officers, tasks, days] = await Promise.all([
      packedDocuments(sql, platformId),
      packedMembers(sql, platformId, viewer.today),
      packedOfficers(sql, platformId, viewer.today),
      openTasks(sql, viewer, platformId, now),
      calendarOf(sql, viewer, { platformId, from, until }),
    ])
    return {
      everything: policy.takesEverything(viewer),
      documents: documents.length,
      bytes: documents.reduce((sum, { size }) => sum + size, 0),
      members: members.length,
      officers: officers.length,
      entries: days.length,
      tasks,
    }
  },
})
