import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy.ts'
import { roleMeanings } from '../rules/role-meanings.ts'

export const RoleName = enumeration('RoleName', {
  description: 'What a person may do for a body.',
  values: roleMeanings,
})

const seenBy =
  'Seen by the person and by whoever looks after the body: its administrator, its corporation’s, its network’s secretariat, the operator.'

model('RoleAssignment', {
  description: `A role of a person on one body, from one day to another; it ends by itself. ${seenBy}`,
  visibleTo: policy.roleVisibleTo,
  scope: 'identity:read',
  fields: (t) => ({
    id: t.id(),
    role: t.column('role', { description: 'What the person may do.' }),
    user: t.one('user', { description: 'The person who holds it.' }),
    corporation: t.one('corporation', {
      description: 'The corporation it stands on; null for other bodies.',
    }),
    facility: t.one('facility', { description: 'The facility it stands on; null for other bodies.' }),
    platform: t.one('platform', { description: 'The network it stands on; null for other bodies.' }),
    municipality: t.one('municipality', {
      description: 'The municipality it stands on; null for other bodies.',
    }),
    startsOn: t.column('startsOn', { description: 'First day on which it holds.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null = until further notice.' }),
    held: t.computed({
      needs: ['startsOn', 'endsOn'],
      type: 'Boolean',
      description: 'Whether it holds today.',
      resolve: ({ startsOn, endsOn }, { viewer }) =>
        startsOn <= viewer.today && (endsOn === null || endsOn >= viewer.today),
    }),
    grantedBy: t.one('grantedBy', {
      description: 'Who gave it; null if that was the system or is not visible.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

query.custom('grantableRoles', {
  access: 'signedIn',
  scope: 'identity:read',
  description:
    'The roles the viewer may give and end on bodies the acting one looks after. Empty for others.',
  type: [RoleName],
  resolve: (_args, { viewer }) => policy.grantableRoles(viewer),
})
