import { globalId, parseGlobalId, type ModelName } from '../../kernel/ids.ts'
import { model } from '../../kernel/read/model.ts'
import { query } from '../../kernel/read/query.ts'
import * as policy from './policy.ts'

model('AuditEntry', {
  description:
    'One act that was committed, or one look at personal data. Seen by the system operator, and by administrators and ' +
    'officers of the bodies it concerns. What was typed in is not shown: it may hold personal data.',
  visibleTo: policy.visibleTo,
  scope: 'audit:read',
  fields: (t) => ({
    id: t.id(),
    seq: t.column('seq', { description: 'Place in the chain, without gaps.' }),
    at: t.column('at', { description: 'When it was done.' }),
    command: t.column('command', {
      description: 'What was done: the name of the mutation or of the reaction.',
    }),
    actor: t.one('actor', {
      description: 'Who did it; null for the portal itself, and for a person the viewer may not know of.',
    }),
    byPortal: t.computed({
      needs: ['actorUserId'],
      type: 'Boolean',
      description: 'Whether the portal itself did it: a reaction, a daily task, an import.',
      resolve: ({ actorUserId }) => actorUserId === null,
    }),
    throughToken: t.computed({
      needs: ['tokenId'],
      type: 'Boolean',
      description: 'Whether a program did it with the person’s token.',
      resolve: ({ tokenId }) => tokenId !== null,
    }),
    actingName: t.column('actingName', {
      description: 'The body it was done for, by its name at that time; null if it was done for none.',
    }),
    behalfName: t.column('behalfName', {
      description:
        'The corporation on whose behalf it was done, by its name at that time; null if the own right was enough.',
    }),
    actingRoles: t.column('actingRoles', { description: 'The roles on that body that counted.' }),
    subjectType: t.column('subjectType', {
      description: 'Type of the record it was done to, if it was one.',
    }),
    subjectId: t.computed({
      needs: ['subjectType', 'subjectId'],
      type: 'ID',
      nullable: true,
      description: 'Relay id of that record.',
      resolve: ({ subjectType, subjectId }) =>
        subjectType && subjectId ? globalId(subjectType as ModelName, subjectId) : null,
    }),
    hash: t.computed({
      needs: ['hash'],
      type: 'String',
      description:
        'SHA-256 over this entry and the one before it, hexadecimal: whoever notes it can prove later that nothing was changed.',
      resolve: ({ hash }) => Buffer.from(hash).toString('hex'),
    }),
  }),
})

query.list('auditEntries', {
  model: 'AuditEntry',
  access: policy.read,
  description: 'What was done, the latest first.',
  args: (arg) => ({
    command: arg.string({ description: 'Only acts of this name.' }),
    subject: arg.id({ description: 'Only what was done to the record with this Relay id.' }),
    byPortal: arg.boolean({ description: 'Only what the portal itself did, or only what people did.' }),
    since: arg({ type: 'DateTime', description: 'Only from this instant on.' }),
    until: arg({ type: 'DateTime', description: 'Only before this instant.' }),
  }),
  where: ({ command, subject, byPortal, since, until }) => {
    const record = subject ? parseGlobalId(subject) : null
    return {
      ...(command && { command }),
      ...(subject && { subjectType: record?.model ?? '', subjectId: record?.id ?? '' }),
      ...(typeof byPortal === 'boolean' && { actorUserId: byPortal ? null : { not: null } }),
      ...((since || until) && { at: { ...(since && { gte: since }), ...(until && { lt: until }) } }),
    }
  },
  orderBy: [{ seq: 'desc' }],
})
