import { builder } from '../../../kernel/graphql/builder.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { registerTodoSource } from '../../../kernel/todos.ts'
import { chargeDues } from '../commands/charge-dues.ts'
import { correctDues } from '../commands/correct-dues.ts'
import { noteDuesPaid } from '../commands/note-dues-paid.ts'
import { reopenDues } from '../commands/reopen-dues.ts'
import { waiveDues } from '../commands/waive-dues.ts'
import { duesVisibleTo } from '../policy/dues.ts'
import * as policy from '../policy/membership.ts'
import { duesStanding, type DuesStanding } from '../queries/dues.ts'
import { duesState } from '../rules/dues.ts'
import { duesToCollect, duesToPay } from '../todos.ts'

registerTodoSource(duesToCollect)
registerTodoSource(duesToPay)

const seenBy =
  'Seen by the network’s secretariat and auditor, and by the administrator and reporter of the corporation that owes or paid it.'

const DuesState = builder.enumType('DuesState', {
  description: 'How dues stand.',
  values: {
    OPEN: { description: '未納: to be paid by their day.' },
    OVERDUE: { description: '未納: their day is over.' },
    PAID: { description: '納入済み: the secretariat noted the day.' },
    WAIVED: { description: '免除: need not be paid, for a reason.' },
  },
})

model('MembershipDues', {
  description: `会費: what a member pays a network for a fiscal year. ${seenBy} When the member merges into another, open dues go over to the successor; what was paid or waived stays where it was.`,
  visibleTo: duesVisibleTo,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', {
      description: 'The network; null for a corporation that is no member of it any more.',
    }),
    corporation: t.one('corporation', { description: 'Who owes or paid it.' }),
    chargedCorporation: t.one('chargedCorporation', {
      description: 'Whom it was charged to at first; another than who owes it after a merger.',
    }),
    fiscalYear: t.column('fiscalYear', { description: 'Fiscal year it is of, by its first calendar year.' }),
    memberClass: t.column('memberClass', {
      description: 'Code of the kind of member by which the amount was set.',
    }),
    amountYen: t.column('amountYen', { description: 'What is to be paid, yen.' }),
    dueOn: t.column('dueOn', { description: 'Day by which it is due.' }),
    basis: t.column('basis', { description: 'On what the amount rests, in the secretariat’s words.' }),
    paidOn: t.column('paidOn', {
      description: 'Day it was paid, as the secretariat noted it; null if it was not.',
    }),
    waivedOn: t.column('waivedOn', { description: 'Day it was waived; null if it was not.' }),
    waiverReason: t.column('waiverReason', { description: 'Why it was waived; null if it was not.' }),
    state: t.computed({
      needs: ['dueOn', 'paidOn', 'waivedOn'],
      type: DuesState,
      description: 'How it stands today.',
      resolve: (row, { viewer }) => duesState(row, viewer.today),
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      keep: {
        description: 'Note the payment, waive, correct, take back.',
        needs: ['platformId'],
        policy: policy.runNetwork,
      },
    }),
  }),
})

query.list('membershipDues', {
  model: 'MembershipDues',
  access: 'signedIn',
  description: `Dues of a network’s members for a fiscal year, by the reading of the corporation. ${seenBy}`,
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    fiscalYear: arg.int({ required: true, description: 'The fiscal year, by its first calendar year.' }),
    openOnly: arg.boolean({ description: 'Only what is neither paid nor waived.' }),
  }),
  where: ({ platformId, fiscalYear, openOnly }) => ({
    platformId: keyOf('Platform', platformId),
    fiscalYear,
    ...(openOnly ? { paidOn: null, waivedOn: null } : {}),
  }),
  orderBy: [{ corporation: { kana: 'asc' } }, { id: 'asc' }],
})

query.custom('duesStanding', {
  access: 'signedIn',
  scope: 'platforms:read',
  description: `Sums of the dues of a network for a fiscal year, as far as the asker reads them; null for who reads none. ${seenBy}`,
  type: value<DuesStanding>('DuesStanding', {
    description: 'How the dues of a fiscal year stand.',
    fields: {
      fiscalYears: { type: ['Int'], description: 'Years for which there are dues, latest first.' },
      charged: { type: 'Int', description: 'How many were charged.' },
      chargedYen: { type: 'Float', description: 'Sum of what was charged, yen.' },
      paid: { type: 'Int', description: 'How many paid.' },
      paidYen: { type: 'Float', description: 'Sum of what was paid, yen.' },
      open: { type: 'Int', description: 'How many are open, overdue ones among them.' },
      openYen: { type: 'Float', description: 'Sum of what is open, yen.' },
      overdue: { type: 'Int', description: 'How many are open past their day.' },
      waived: { type: 'Int', description: 'How many need not be paid.' },
    },
  }),
  nullable: true,
  complexity: 10,
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    fiscalYear: arg.int({ required: true, description: 'The fiscal year, by its first calendar year.' }),
  }),
  resolve: ({ platformId, fiscalYear }, { viewer, sql }) =>
    duesStanding(sql, viewer, keyOf('Platform', platformId), fiscalYear),
})

mutation(chargeDues, {
  payload: {
    platform: 'Platform',
    charged: { type: 'Int', description: 'How many members were charged.' },
  },
})
mutation(noteDuesPaid, { payload: { membershipDues: 'MembershipDues' } })
mutation(waiveDues, { payload: { membershipDues: 'MembershipDues' } })
mutation(correctDues, { payload: { membershipDues: 'MembershipDues' } })
mutation(reopenDues, { payload: { membershipDues: 'MembershipDues' } })
