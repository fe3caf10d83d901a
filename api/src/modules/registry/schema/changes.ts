import { builder } from '../../../kernel/graphql/builder.ts'
import type { ArgumentBuilder } from '../../../kernel/read/fields.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import {
  CORPORATIONS_OWN,
  corporationsChanged,
  facilitiesChanged,
  revisionsIn,
  type ChangeKind as Kind,
} from '../queries/changes.ts'
import { everOfMembers, membersOn, seesNetwork } from '../queries/network-freshness.ts'

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What a secretariat looks for first among the changes of a time, and everything else.',
  values: {
    CREATED: { description: 'It was registered.' },
    ENDED: { description: 'It was closed, dissolved or taken out of the registry, or opened again.' },
    MOVED: { description: 'Its address, municipality or corporation changed.' },
    MERGED: { description: 'A successor was named.' },
    OTHER: { description: 'Only other facts changed: telephone, contacts, equipment, offices, …' },
  } satisfies Record<Kind, { description: string }>,
})

const period = (arg: ArgumentBuilder) => ({
  since: arg({ type: 'Date', required: true, description: 'First day in Japan.' }),
  until: arg({ type: 'Date', required: true, description: 'Last day in Japan.' }),
})

const nothing = { id: { in: [] } }

query.list('changedFacilities', {
  model: 'Facility',
  access: 'signedIn',
  description:
    'Facilities of a network’s members, or of one corporation, with something that changed in a time, by reading. A change that the asker may not see does not count; without a network or corporation, or for who does not see the network, the list is empty.',
  args: (arg) => ({
    platformId: arg.id({ description: 'The network.' }),
    corporationId: arg.id({ description: 'Only of this corporation.' }),
    ...period(arg),
    kinds: arg({ type: [ChangeKind], description: 'Only with a change of these kinds.' }),
  }),
  where: ({ platformId, corporationId, since, until, kinds }, viewer) => {
    const key = platformId ? keyOf('Platform', platformId) : null
    if (key === null ? !corporationId : !seesNetwork(viewer, key)) return nothing
    return {
      AND: [
        key === null ? {} : everOfMembers(key, viewer.today),
        corporationId ? { corporationId: keyOf('Corporation', corporationId) } : {},
        facilitiesChanged({ viewer, period: { since, until }, kinds: kinds ?? null }),
      ],
    }
  },
  orderBy: [{ kana: 'asc' }, { id: 'asc' }],
})

query.list('changedCorporations', {
  model: 'Corporation',
  access: 'signedIn',
  description:
    'Members of a network, or one corporation, of which something changed in a time that belongs to no facility, by name. A change that the asker may not see does not count.',
  args: (arg) => ({
    platformId: arg.id({ description: 'The network.' }),
    corporationId: arg.id({ description: 'Only this corporation.' }),
    ...period(arg),
    kinds: arg({ type: [ChangeKind], description: 'Only with a change of these kinds.' }),
  }),
  where: ({ platformId, corporationId, since, until, kinds }, viewer) => {
    const key = platformId ? keyOf('Platform', platformId) : null
    if (key === null ? !corporationId : !seesNetwork(viewer, key)) return nothing
    return {
      AND: [
        key === null ? {} : { memberships: { some: membersOn(key, viewer.today) } },
        corporationId ? { id: keyOf('Corporation', corporationId) } : {},
        corporationsChanged({ viewer, period: { since, until }, kinds: kinds ?? null }),
      ],
    }
  },
  orderBy: [{ name: 'asc' }, { id: 'asc' }],
})

extend('Facility', (t) => ({
  changesIn: t.many('revisions', {
    description:
      'What changed here in a time, newest first; seen as far as the records themselves are seen. What stood when the history began is no change.',
    args: period,
    where: (given, viewer) => revisionsIn(viewer, given),
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  }),
}))

extend('Corporation', (t) => ({
  changesIn: t.many('revisions', {
    description:
      'What changed of the corporation itself in a time, newest first, without its facilities; seen as far as the records themselves are seen.',
    args: period,
    where: (given, viewer) => ({ AND: [revisionsIn(viewer, given), CORPORATIONS_OWN] }),
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  }),
}))
