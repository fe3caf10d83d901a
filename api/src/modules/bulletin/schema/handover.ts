import { dayInJapan } from '../../../kernel/clock.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy/handover.ts'
import { calendarOf } from '../queries/calendar.ts'
import { packedDocuments, packedMembers, packedOfficers, type PackagePreview } from '../queries/handover.ts'
import { countTasks, openTasks, type TaskCounts } from '../queries/open-tasks.ts'

const TasksRef = value<TaskCounts>('HandoverTasks', {
  description:
    'What a new secretariat would find undone, counted; the package lists each with whom and until when.',
  fields: {
    decisions: {
      type: 'Int',
      description: 'Follow-up tasks of decisions that are neither done nor dropped.',
    },
    minutes: {
      type: 'Int',
      description: 'Meetings that are over and whose minutes are not signed and locked.',
    },
    applications: {
      type: 'Int',
      description: 'Applications to join, and invitations to join, without an end.',
    },
    dues: {
      type: 'Int',
      description:
        'Dues of all years that are neither paid nor waived; 0 for the chair, who does not read dues.',
    },
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
    dues: {
      type: 'Boolean',
      description:
        'Whether the dues of all years are in it for the asker: they are for the secretariat alone.',
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
      dues: policy.takesEverything(viewer) && policy.readsDues(viewer),
      documents: documents.length,
      bytes: documents.reduce((sum, { size }) => sum + size, 0),
      members: members.length,
      officers: officers.length,
      entries: days.length,
      tasks: countTasks(tasks),
    }
  },
})
