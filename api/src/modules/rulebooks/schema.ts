import { builder } from '../../kernel/graphql/builder.ts'
import { mutation } from '../../kernel/graphql/mutation.ts'
import { extend, model } from '../../kernel/read/model.ts'
import { keyOf } from '../../kernel/read/key.ts'
import { query } from '../../kernel/read/query.ts'
import { value } from '../../kernel/read/value.ts'
import { adoptRulebook } from './commands/adopt-rulebook.ts'
import { draftRulebook } from './commands/draft-rulebook.ts'
import { dropRulebookDraft } from './commands/drop-rulebook-draft.ts'
import { editRulebookDraft } from './commands/edit-rulebook-draft.ts'
import { articlesShape } from './inputs.ts'
import * as policy from './policy.ts'
import { amendingDecisions, statuteFaults, type AmendingDecision } from './queries.ts'
import { organRule, resolutionRule } from './rules/rulebook.ts'
import { STATUTE_FAULTS, type StatuteFault } from './rules/statute.ts'
import { tryOut } from './rules/trial.ts'
import { ArticleRef, Organ, RulebookRef, TieDecision, TrialRef } from './schema/rules.ts'
import { storedRules } from './version-in-force.ts'

const seenBy = 'Seen by whoever sees the network.'

model('RulebookVersion', {
  description: `A version of a network’s rulebook (会則, 定款): its rules as the portal computes with them, and its text. A draft until it is adopted, unchangeable from then on. ${seenBy}`,
  visibleTo: policy.visibleTo,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    number: t.column('number', { description: '第n版, counted in the network.' }),
    effectiveOn: t.column('effectiveOn', { description: 'First day it is in force; null for a draft.' }),
    adoptedOn: t.column('adoptedOn', { description: 'Day it was adopted; null for a draft.' }),
    note: t.column('note', { description: 'What changed with it, in a sentence; may be empty.' }),
    createdBy: t.one('createdBy', { description: 'Who began the draft; null unless the asker may know.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    rules: t.computed({
      needs: ['rules'],
      type: RulebookRef,
      description: 'What it says of how the network decides, each rule with its clause.',
      resolve: ({ rules }) => storedRules(rules),
    }),
    articles: t.computed({
      needs: ['articles'],
      type: [ArticleRef],
      description: 'Its text, article by article; empty if it has not been entered.',
      resolve: ({ articles }) => articlesShape.parse(articles),
    }),
    viewerCan: t.can({
      change: {
        description: 'Change, adopt or drop it.',
        needs: ['platformId', 'effectiveOn'],
        policy: policy.changeDraft,
      },
    }),
    trial: t.computed({
      needs: ['rules'],
      type: TrialRef,
      nullable: true,
      args: (arg) => ({
        organ: arg({ type: Organ, required: true, description: 'The body that decides.' }),
        resolution: arg.string({ required: true, description: 'Code of the kind of resolution.' }),
        members: arg.int({ required: true, description: 'Those on the roll, 0 to 999; one vote each.' }),
        present: arg.int({ required: true, description: 'Those who are there, the chair among them.' }),
        proxies: arg.int({ required: true, description: 'Those represented by the chair.' }),
        written: arg.int({ required: true, description: 'Those who have voted in writing.' }),
        conflicted: arg.int({ required: true, description: 'Of those present, with a special interest.' }),
        inFavour: arg.int({ required: true, description: 'Votes for it.' }),
        against: arg.int({ required: true, description: 'Votes against it.' }),
        abstaining: arg.int({ required: true, description: 'Abstentions.' }),
        chairDecision: arg({ type: TieDecision, description: 'How the chair settles a tie.' }),
      }),
      description:
        'What these figures would come to by its rules; nothing is stored. Null for a body or a kind of resolution it does not know.',
      resolve: ({ rules }, { args: { organ: kind, resolution: code, chairDecision, ...figures } }) => {
        const organ = organRule(storedRules(rules), kind)
        const resolution = organ && resolutionRule(organ, code)
        return resolution && tryOut(organ, resolution, { ...figures, chairDecision: chairDecision ?? null })
      },
    }),
  }),
})

extend('Platform', (t) => ({
  rulebooks: t.many('rulebooks', {
    description: `All versions of its rulebook, the newest first; a draft is at the top. ${seenBy}`,
    orderBy: [{ number: 'desc' }, { id: 'desc' }],
  }),
  rulebooksOn: t.many('rulebooks', {
    description: `Versions that had taken effect by a day, the latest first: the first one is in force on that day. ${seenBy}`,
    args: (arg) => ({ day: arg({ type: 'Date', description: 'A day in Japan; today if left out.' }) }),
    where: ({ day }, viewer) => ({ effectiveOn: { lte: day ?? viewer.today } }),
    orderBy: [{ effectiveOn: 'desc' }, { number: 'desc' }, { id: 'desc' }],
  }),
  rulebookViewerCan: t.can({
    draft: { description: 'Begin a draft of its rulebook.', needs: ['id'], policy: policy.writeOf },
  }),
}))

query.one('rulebookVersion', {
  model: 'RulebookVersion',
  access: 'signedIn',
  description: 'One version of a rulebook by its id.',
})

const AmendingDecisionRef = value<AmendingDecision>('AmendingDecision', {
  description: 'A carried decision that amends the rulebook of its network.',
  fields: {
    decisionId: { type: 'ID', description: 'Relay id of the decision, for adoptRulebook.' },
    title: { type: 'String', description: 'What was decided.' },
    decidedOn: { type: 'Date', description: 'Day in Japan on which it was decided.' },
  },
})

query.custom('amendingDecisions', {
  access: 'signedIn',
  scope: 'platforms:read',
  description:
    'Decisions by which a draft of a network’s rulebook can be put in force: carried ones that amend it and have not been used, the latest 20. None of a network the asker does not see.',
  type: [AmendingDecisionRef],
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  complexity: 20,
  resolve: ({ platformId }, { viewer, sql }) => amendingDecisions(sql, viewer, keyOf('Platform', platformId)),
})

const StatuteFaultCode = builder.enumType('StatuteFaultCode', {
  description:
    'What the rules of a 社会福祉連携推進法人 cannot say, by 一般社団・財団法人法 and 社会福祉法; its own 定款 may ask for more.',
  values: Object.fromEntries(
    Object.entries(STATUTE_FAULTS).map(([code, description]) => [code, { description }]),
  ),
})

const StatuteFaultRef = value<StatuteFault>('StatuteFault', {
  description: 'Something in the rules of a network that the statute does not allow.',
  fields: {
    code: { type: StatuteFaultCode, description: 'What it is.' },
    organ: {
      type: Organ,
      nullable: true,
      description: 'Body whose rule it is; null for a rule of the whole.',
    },
    clause: { type: 'String', description: 'The clause of the statute, in Japanese.' },
  },
})

query.custom('statuteFaults', {
  access: 'signedIn',
  scope: 'platforms:read',
  description:
    'What of the rules of a version the statute does not allow; a draft with any is not adopted. None for networks of other kinds than 社会福祉連携推進法人, and none of a network the asker does not see.',
  type: [StatuteFaultRef],
  args: (arg) => ({
    rulebookVersionId: arg.id({ required: true, description: 'The version.' }),
  }),
  complexity: 20,
  resolve: ({ rulebookVersionId }, { viewer, sql }) =>
    statuteFaults(sql, viewer, keyOf('RulebookVersion', rulebookVersionId)),
})

mutation(draftRulebook, { payload: { rulebookVersion: 'RulebookVersion', platform: 'Platform' } })
mutation(editRulebookDraft, { payload: { rulebookVersion: 'RulebookVersion' } })
mutation(adoptRulebook, { payload: { rulebookVersion: 'RulebookVersion', platform: 'Platform' } })
mutation(dropRulebookDraft, { payload: { platform: 'Platform' } })
