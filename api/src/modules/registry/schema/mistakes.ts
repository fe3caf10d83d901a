import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { settleMistakeReport } from '../commands/settle-mistake-report.ts'
import * as policy from '../policy/mistakes.ts'
import { MISTAKE_OUTCOMES, MISTAKE_TOPICS } from '../rules/mistakes.ts'

enumeration('MistakeTopic', {
  description: 'What of a public page is said to be wrong.',
  values: MISTAKE_TOPICS,
})
enumeration('MistakeOutcome', {
  description: 'What became of a mistake that was reported.',
  values: MISTAKE_OUTCOMES,
})

const seenBy = 'Seen by whoever may correct the facts it is about, and by nobody else.'

model('MistakeReport', {
  description: `まちがいの知らせ: somebody of the public says that a page of the directory is wrong; nobody knows who. ${seenBy}`,
  visibleTo: policy.mistakesVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    facility: t.one('facility', {
      description: 'The facility it is about; null if it is about a corporation.',
    }),
    corporation: t.one('corporation', {
      description: 'The corporation it is about; null if it is about a facility.',
    }),
    topic: t.column('topic', { description: 'What is said to be wrong.' }),
    text: t.column('text', {
      description:
        'What is said to be right instead, in the words of who reported it; at most 500 characters.',
    }),
    reportedAt: t.column('reportedAt', { description: 'When it was reported.' }),
    settledAt: t.column('settledAt', {
      description: 'When somebody said what became of it; null while it waits.',
    }),
    settledBy: t.one('settledBy', {
      description: 'Who said so; null while it waits, or if the viewer may not know of the person.',
    }),
    outcome: t.column('outcome', { description: 'What became of it; null while it waits.' }),
    outcomeNote: t.column('outcomeNote', {
      description: 'Why nothing was changed, or what was; null if nothing was said.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

/** Reports that wait, or that do not; null = all of them. */
const waiting = (open: boolean | null | undefined) =>
  open == null ? {} : { settledAt: open ? null : { not: null } }

query.list('mistakeReports', {
  model: 'MistakeReport',
  access: 'signedIn',
  description: `What the public has reported as wrong, the latest first. ${seenBy}`,
  args: (arg) => ({
    open: arg.boolean({ description: 'Only those that wait for an answer, or only the others.' }),
  }),
  where: ({ open }) => waiting(open),
  orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
})

extend('Facility', (t) => ({
  mistakeReportCount: t.count('mistakeReports', {
    description: `Mistakes of its public page that were reported and wait for an answer. ${seenBy}`,
    where: () => waiting(true),
  }),
}))

extend('Corporation', (t) => ({
  mistakeReportCount: t.count('mistakeReports', {
    description: `Mistakes of its own public page that were reported and wait for an answer. ${seenBy}`,
    where: () => waiting(true),
  }),
}))

mutation(settleMistakeReport, { payload: { mistakeReport: 'MistakeReport' } })
