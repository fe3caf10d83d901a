import { builder } from '../../../kernel/graphql/builder.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  agedWhere,
  networkFreshness,
  ofMembers,
  seesNetwork,
  type AgeCounts,
  type BlockFreshness,
  type MemberFreshness,
  type NetworkFreshness,
} from '../queries/network-freshness.ts'
import { ConfirmationRequestState, requestsInState } from './confirmation-requests.ts'
import { FacilityBlock } from './facility.ts'

const ConfirmationAge = builder.enumType('ConfirmationAge', {
  description: 'How long ago a facility, or one block of it, was confirmed by its own people.',
  values: {
    QUARTER: { description: 'Within three months.' },
    YEAR: { description: 'Within twelve months, but not within three.' },
    OLDER: { description: 'More than twelve months ago: stale.' },
    NEVER: { description: 'Never; for a facility as a whole: at least one block never.' },
  },
})

const AgeCountsRef = value<AgeCounts>('ConfirmationAgeCounts', {
  description: 'How many of some facilities were confirmed how long ago.',
  fields: {
    total: { type: 'Int', description: 'Number of facilities.' },
    quarter: { type: 'Int', description: 'Confirmed within three months.' },
    year: { type: 'Int', description: 'Within twelve months, but not within three.' },
    older: { type: 'Int', description: 'More than twelve months ago.' },
    never: { type: 'Int', description: 'Never confirmed.' },
  },
})

const BlockFreshnessRef = value<BlockFreshness>('BlockFreshness', {
  description: 'How recent one block is in the facilities of a network.',
  fields: {
    block: { type: FacilityBlock, description: 'The block.' },
    counts: { type: AgeCountsRef, description: 'How many facilities confirmed it how long ago.' },
  },
})

const MemberFreshnessRef = value<MemberFreshness>('MemberFreshness', {
  description: 'How recent the facts of one member’s facilities are.',
  fields: {
    corporationId: { type: 'ID', description: 'Relay id of the corporation.' },
    name: { type: 'String', description: 'Name of the corporation.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    startsOn: { type: 'Date', description: 'First day of its membership.' },
    counts: { type: AgeCountsRef, description: 'Its facilities, each as fresh as its stalest block.' },
  },
})

const NetworkFreshnessRef = value<NetworkFreshness>('NetworkFreshness', {
  description: 'How recent the facts of a network’s facilities are.',
  fields: {
    facilities: {
      type: AgeCountsRef,
      description: 'All facilities of members, each as fresh as its stalest block.',
    },
    blocks: { type: [BlockFreshnessRef], description: 'Block by block, always all of them.' },
    members: {
      type: [MemberFreshnessRef],
      description: 'Member by member, in the order of the member list.',
    },
  },
})

query.custom('networkFreshness', {
  access: 'signedIn',
  scope: 'registry:read',
  description:
    'How recent the facts of a network’s facilities are, counted by the server. Null for who does not see the network.',
  type: NetworkFreshnessRef,
  nullable: true,
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  complexity: 50,
  resolve: ({ platformId }, { viewer, now, sql }) =>
    networkFreshness(sql, viewer, keyOf('Platform', platformId), now),
})

query.list('networkFacilities', {
  model: 'Facility',
  access: 'signedIn',
  description:
    'Facilities of a network’s members, those never confirmed and longest ago first. Empty for who does not see the network.',
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    corporationId: arg.id({ description: 'Only of this member.' }),
    block: arg({ type: FacilityBlock, description: 'The ages are those of this block, not of the whole.' }),
    ages: arg({ type: [ConfirmationAge], description: 'Only those confirmed so long ago.' }),
  }),
  where: ({ platformId, corporationId, block, ages }, viewer, now) => {
    const key = keyOf('Platform', platformId)
    if (!seesNetwork(viewer, key)) return { id: { in: [] } }
    return {
      AND: [
        ofMembers(key, viewer.today),
        corporationId ? { corporationId: keyOf('Corporation', corporationId) } : {},
        ages ? agedWhere(ages, block ?? null, now) : {},
      ],
    }
  },
  orderBy: [{ confirmedAt: { sort: 'asc', nulls: 'first' } }, { kana: 'asc' }, { id: 'asc' }],
})

extend('Platform', (t) => ({
  confirmationRequests: t.many('requests', {
    description:
      'What the secretariat has asked its members’ facilities to confirm, latest first. For the network’s officers; others see what is asked of their own.',
    args: (arg) => ({
      state: arg({ type: ConfirmationRequestState, description: 'Only those that stand so.' }),
    }),
    where: ({ state }) => requestsInState(state ?? null),
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  }),
  confirmationRequestCount: t.count('requests', {
    description: 'How many requests there are, as far as the asker sees them.',
    args: (arg) => ({
      state: arg({ type: ConfirmationRequestState, description: 'Only those that stand so.' }),
    }),
    where: ({ state }) => requestsInState(state ?? null),
  }),
}))
