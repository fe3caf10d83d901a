import { readGlobalId } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import '../carrying.ts'
import * as policy from '../policy.ts'
import './enumerations.ts'
import '../succession.ts'

model('Platform', {
  description:
    'A network through which corporations work together. Seen by its members, officers, the liaison of its municipality and the system operator.',
  visibleTo: policy.visibleTo,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'Name of the network.' }),
    kind: t.column('kind', { description: 'Who leads it.' }),
    description: t.column('description', { description: 'What it is for, in its own words.' }),
    municipality: t.one('municipality', { description: 'Municipality it works in; null for a wider area.' }),
    helpPhone: t.column('helpPhone', {
      description: 'Telephone of the secretariat, shown to members as 電話での相談.',
    }),
    sample: t.column('sample', { description: 'Invented for demonstration; its members are too.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    memberships: t.many('memberships', {
      description: 'Its members of today, or of every day, in the order of the member list.',
      args: (arg) => ({
        past: arg.boolean({ description: 'Also those that have ended or are yet to begin.' }),
      }),
      where: ({ past }, viewer) => (past ? {} : policy.activeOn(viewer.today)),
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    memberCount: t.count('memberships', {
      description: 'Number of its members today.',
      where: (_args, viewer) => policy.activeOn(viewer.today),
    }),
  }),
})

model('PlatformMembership', {
  description: 'A corporation’s time in a network. Seen by whoever sees the network.',
  visibleTo: policy.membershipVisibleTo,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    corporation: t.one('corporation', { description: 'The member.' }),
    position: t.column('position', { description: 'Place in the member list.' }),
    startsOn: t.column('startsOn', { description: 'First day of membership.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null while it goes on.' }),
  }),
})

extend('Corporation', (t) => ({
  memberships: t.many('memberships', {
    description: 'Networks it belongs to today, as far as the asker sees them.',
    where: (_args, viewer) => policy.activeOn(viewer.today),
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  }),
}))

query.one('platform', { model: 'Platform', access: 'signedIn', description: 'One network by its id.' })

query.list('platforms', {
  model: 'Platform',
  access: 'signedIn',
  description: 'Networks the asker sees, by name.',
  orderBy: [{ name: 'asc' }, { id: 'asc' }],
})

query.list('facilitiesToCall', {
  model: 'Facility',
  access: 'signedIn',
  description:
    'Facilities at work of a network’s members of today, by municipality and reading; none of a network the asker does not see.',
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  where: ({ platformId }, viewer) => {
    const network = readGlobalId(platformId)
    if (network?.model !== 'Platform') return { id: { in: [] } }
    const membership = {
      AND: [{ platformId: network.key }, policy.membershipVisibleTo(viewer), policy.activeOn(viewer.today)],
    }
    return { status: 'ACTIVE', corporation: { is: { memberships: { some: membership } } } }
  },
  orderBy: [{ municipalityCode: 'asc' }, { kana: 'asc' }, { id: 'asc' }],
})
