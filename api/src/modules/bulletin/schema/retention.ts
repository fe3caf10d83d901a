import { mutation } from '../../../kernel/graphql/mutation.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { confirmRetentionRule } from '../commands/confirm-retention-rule.ts'
import { correctRetentionRule } from '../commands/correct-retention-rule.ts'
import * as policy from '../policy/retention.ts'

model('RetentionRule', {
  description:
    'How long a kind of document is kept: a proposal, with its basis, for the person who files one. The system operator corrects and confirms it. Seen by everybody signed in.',
  visibleTo: policy.retentionRulesVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'The kind of document.' }),
    years: t.column('years', { description: 'Years; null = for good.' }),
    basis: t.column('basis', { description: 'The law or custom it follows, in Japanese.' }),
    startsOn: t.column('startsOn', { description: 'First day it holds.' }),
    endsOn: t.column('endsOn', { description: 'Last day it holds; null while it does.' }),
    confirmedAt: t.column('confirmedAt', {
      description: 'When somebody checked it against its source; null = 未確認.',
    }),
    confirmedBy: t.one('confirmedBy', {
      description: 'Who checked it; null unless the asker may know the person.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      edit: {
        description: 'Correct it or confirm it against its source.',
        needs: [],
        policy: policy.keepRetentionRules,
      },
    }),
  }),
})

query.list('retentionRules', {
  model: 'RetentionRule',
  access: 'signedIn',
  description: 'The proposals for how long papers are kept that hold today, or of every day.',
  args: (arg) => ({
    everyDay: arg.boolean({ description: 'Also those that have ended or are yet to begin.' }),
  }),
  where: ({ everyDay }, { today }) =>
    everyDay ? {} : { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
  orderBy: [{ kind: 'asc' }, { startsOn: 'desc' }, { id: 'asc' }],
})

mutation(correctRetentionRule, { payload: { retentionRule: 'RetentionRule' } })
mutation(confirmRetentionRule, { payload: { retentionRule: 'RetentionRule' } })
