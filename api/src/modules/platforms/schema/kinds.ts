import { mutation } from '../../../kernel/graphql/mutation.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { applyForPolicyApproval } from '../commands/apply-for-policy-approval.ts'
import { draftPolicy } from '../commands/draft-policy.ts'
import { editPlatformProfile } from '../commands/edit-platform-profile.ts'
import { endPlatformLink } from '../commands/end-platform-link.ts'
import { linkPlatforms } from '../commands/link-platforms.ts'
import { recordCertificate } from '../commands/record-certificate.ts'
import { recordEvaluation } from '../commands/record-evaluation.ts'
import { recordFiling } from '../commands/record-filing.ts'
import { recordPolicyApproval } from '../commands/record-policy-approval.ts'
import { registerPlatform } from '../commands/register-platform.ts'
import { drawPlatformArea } from '../commands/draw-platform-area.ts'
import { choosePromotionBusinesses } from '../commands/choose-promotion-businesses.ts'
import { startPlatformFromTemplate } from '../commands/start-platform-from-template.ts'
import { activeOn } from '../policy.ts'
import * as policy from '../policy/membership.ts'
import './enumerations.ts'

const seenBy = 'Seen by whoever sees the network.'

model('PlatformCertificate', {
  description: `The certificate of a 社会福祉連携推進法人. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    number: t.column('number', { description: 'Its number, as the authority wrote it.' }),
    certifiedOn: t.column('certifiedOn', { description: 'Day of the certification.' }),
    authority: t.column('authority', { description: '認定所轄庁: who certified it.' }),
    revokedOn: t.column('revokedOn', { description: 'Day it was taken away; null while it stands.' }),
  }),
})

model('PlatformArea', {
  description: `A municipality of the area a network works in. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    municipality: t.one('municipality', { description: 'The municipality.' }),
  }),
})

model('PlatformPolicy', {
  description: `A version of the 社会福祉連携推進方針. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    number: t.column('number', { description: '第n版 of the policy.' }),
    text: t.column('text', { description: 'The whole text.' }),
    state: t.column('state', { description: 'How far it is.' }),
    adoptedOn: t.column('adoptedOn', { description: 'Day the network decided it.' }),
    appliedOn: t.column('appliedOn', { description: 'Day its approval was applied for.' }),
    approvedOn: t.column('approvedOn', { description: 'Day of the approval.' }),
    approvalNumber: t.column('approvalNumber', { description: 'Number of the approval.' }),
    publishedUrl: t.column('publishedUrl', { description: 'Where it is published.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('PlatformBusiness', {
  description: `One of the six 社会福祉連携推進業務, carried out for a time. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    business: t.column('business', { description: 'Which of the six.' }),
    startsOn: t.column('startsOn', { description: 'First day.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null while it goes on.' }),
  }),
})

model('PlatformEvaluation', {
  description: `The evaluation of a fiscal year by the 社会福祉連携推進評議会. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    fiscalYear: t.column('fiscalYear', { description: 'The year it is of, by its first calendar year.' }),
    evaluatedOn: t.column('evaluatedOn', { description: 'Day of the evaluation.' }),
    summary: t.column('summary', { description: 'The result.' }),
    publishedUrl: t.column('publishedUrl', { description: 'Where it is published; null while it is not.' }),
  }),
})

extend('Platform', (t) => ({
  secretariatBody: t.column('secretariatBody', {
    description: '社協主導: the body that keeps the secretariat; empty if not given.',
  }),
  liaisonOffice: t.column('liaisonOffice', {
    description: '社協主導: the office of the municipality it talks to; empty if not given.',
  }),
  hubCorporation: t.one('hubCorporation', {
    description: '大規模法人主導: the corporation that lends the others its head office.',
  }),
  legalForm: t.column('legalForm', { description: 'Another form: which; empty if not given.' }),
  certificates: t.many('certificates', {
    description: 'Its certificates, the latest first.',
    orderBy: [{ certifiedOn: 'desc' }, { id: 'desc' }],
  }),
  areas: t.many('areas', {
    description: 'The municipalities of its area.',
    orderBy: [{ municipalityCode: 'asc' }, { id: 'asc' }],
  }),
  policies: t.many('policies', {
    description: 'Versions of its 方針, the latest first.',
    orderBy: [{ number: 'desc' }, { id: 'desc' }],
  }),
  businesses: t.many('businesses', {
    description: 'The 業務 it carries out today, or of every day.',
    args: (arg) => ({
      past: arg.boolean({ description: 'Also those that have ended or are yet to begin.' }),
    }),
    where: ({ past }, viewer) => (past ? {} : activeOn(viewer.today)),
    orderBy: [{ business: 'asc' }, { startsOn: 'asc' }, { id: 'asc' }],
  }),
  evaluations: t.many('evaluations', {
    description: 'Evaluations by its 評議会, the latest first.',
    orderBy: [{ fiscalYear: 'desc' }, { id: 'desc' }],
  }),
}))

model('PlatformLink', {
  description: 'How two networks stand to each other for a time. Seen by whoever sees one of them.',
  visibleTo: policy.linksVisibleTo,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    from: t.one('from', { description: 'The one that stands below, or one of both; null if not seen.' }),
    to: t.one('to', { description: 'The other one; null if not seen.' }),
    kind: t.column('kind', { description: 'How they stand to each other.' }),
    note: t.column('note', { description: 'On what it rests; empty if nothing was said.' }),
    startsOn: t.column('startsOn', { description: 'First day.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null while it goes on.' }),
  }),
})

mutation(registerPlatform, { payload: { platform: 'Platform' } })
mutation(startPlatformFromTemplate, { payload: { platform: 'Platform' } })
mutation(editPlatformProfile, { payload: { platform: 'Platform' } })
mutation(recordCertificate, { payload: { platform: 'Platform' } })
mutation(drawPlatformArea, { payload: { platform: 'Platform' } })
mutation(choosePromotionBusinesses, { payload: { platform: 'Platform' } })
mutation(draftPolicy, { payload: { platformPolicy: 'PlatformPolicy', platform: 'Platform' } })
mutation(applyForPolicyApproval, { payload: { platformPolicy: 'PlatformPolicy', platform: 'Platform' } })
mutation(recordPolicyApproval, { payload: { platformPolicy: 'PlatformPolicy', platform: 'Platform' } })
mutation(recordEvaluation, { payload: { platform: 'Platform' } })
mutation(recordFiling, { payload: { platform: 'Platform' } })
mutation(linkPlatforms, { payload: { platform: 'Platform' } })
mutation(endPlatformLink, { payload: { platformLink: 'PlatformLink' } })
