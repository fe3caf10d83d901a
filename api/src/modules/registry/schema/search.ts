import { builder } from '../../../kernel/graphql/builder.ts'
import type { ArgumentBuilder } from '../../../kernel/read/fields.ts'
import { inputType } from '../../../kernel/graphql/input.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  countFacets,
  type FreshnessFacet,
  type MunicipalityFacet,
  type RegistryFacets,
  type ServiceFacet,
} from '../queries.ts'
import { equipmentCondition, facilityConditions, facilityFilter, nearCondition } from '../search/filter.ts'
import { BY_READING, facilitiesOrder, facilitiesWhere, readConditions } from '../search/where.ts'

/** How long ago a facility's own people have looked at its facts. */
export const Freshness = builder.enumType('Freshness', {
  description: 'How long ago a facility’s own people have said that its facts are right.',
  values: {
    CONFIRMED: { description: 'All blocks within the last twelve months.' },
    STALE: { description: 'All blocks once, but at least one more than twelve months ago.' },
    UNCONFIRMED: { description: 'At least one block never: only published data, or a part of it, is known.' },
  },
})

inputType('EquipmentConditionInput', 'Something that facilities must have.', equipmentCondition)
inputType('NearConditionInput', 'A circle around a point.', nearCondition)
inputType('FacilityConditionsInput', 'What must be known of a facility.', facilityConditions)
inputType('FacilityFilterInput', 'A search for facilities, as it can be kept.', facilityFilter)

/** Arguments of everything that finds facilities. */
export const facilityArguments = (arg: ArgumentBuilder) => ({
  text: arg.string({
    description:
      'Words that must all occur in name, reading, address, corporation, offices, 事業所番号, 法人番号 or telephone. ' +
      'Width, hiragana and katakana, spaces and dashes do not matter; at most 8 words count.',
  }),
  municipalityCodes: arg.stringList({ description: 'Only in these municipalities (6-digit codes).' }),
  serviceKinds: arg.stringList({
    description: 'Only with one of these services (keys such as `KAIGO-510`).',
  }),
  freshness: arg({ type: [Freshness], description: 'Only in one of these states.' }),
  welfareShelter: arg.boolean({ description: 'Only 指定福祉避難所, or only others.' }),
  sample: arg.boolean({ description: 'Only invented ones, or only real ones.' }),
  conditions: arg({
    // Named, because it is made from the same zod object that checks kept searches.
    type: 'FacilityConditionsInput' as never,
    description: 'Further conditions; without them, closed ones are left out.',
  }),
})

/** The arguments as a filter; what GraphQL's types cannot say is checked. */
export const filterOf = <A extends { conditions?: unknown }>(args: A) => ({
  ...args,
  conditions: readConditions(args.conditions),
})

const FacilityOrder = builder.enumType('FacilityOrder', {
  description: 'What comes first in a list of facilities.',
  values: {
    BEST: { description: 'The nearest where a point is given, else the best match of the words.' },
    READING: { description: 'By reading, whatever was asked for.' },
  },
})

query.list('facilities', {
  model: 'Facility',
  access: 'public',
  description:
    'Facilities that match: the nearest first where a point is given, else the best match first, else in the order of their readings.',
  args: (arg) => ({
    ...facilityArguments(arg),
    order: arg({ type: FacilityOrder, description: 'What comes first; BEST unless said otherwise.' }),
  }),
  where: (args, _viewer, now) => facilitiesWhere(filterOf(args), now),
  orderBy: (args) => (args.order === 'READING' ? BY_READING : facilitiesOrder(filterOf(args))),
})

const MunicipalityFacetRef = value<MunicipalityFacet>('MunicipalityFacet', {
  description: 'Facilities in one municipality.',
  fields: {
    code: { type: 'String', description: '6-digit code of the municipality.' },
    name: { type: 'String', description: 'Name of the municipality.' },
    count: { type: 'Int', description: 'Number of facilities.' },
  },
})

const ServiceFacetRef = value<ServiceFacet>('ServiceFacet', {
  description: 'Facilities that give one service.',
  fields: {
    key: { type: 'String', description: 'Key of the service, e.g. `KAIGO-510`.' },
    shortName: { type: 'String', description: 'Name of the service in lists.' },
    count: {
      type: 'Int',
      description: 'Number of facilities; one with two offices of the service counts once.',
    },
  },
})

const FreshnessFacetRef = value<FreshnessFacet>('FreshnessFacet', {
  description: 'Facilities in one state of confirmation.',
  fields: {
    freshness: { type: Freshness, description: 'The state.' },
    count: { type: 'Int', description: 'Number of facilities.' },
  },
})

const RegistryFacetsRef = value<RegistryFacets>('RegistryFacets', {
  description:
    'How many facilities each further choice would leave. Every dimension is counted under all other conditions but not its own.',
  fields: {
    total: { type: 'Int', description: 'Facilities that match all conditions.' },
    samples: { type: 'Int', description: 'How many of them are invented.' },
    municipalities: {
      type: [MunicipalityFacetRef],
      description: 'By municipality, most first; without those that have none.',
    },
    services: {
      type: [ServiceFacetRef],
      description: 'By service, most first; without those that nobody gives.',
    },
    freshness: { type: [FreshnessFacetRef], description: 'By state of confirmation, always all three.' },
  },
})

query.custom('registryFacets', {
  access: 'public',
  scope: 'registry:read',
  description: 'Counts beside a search for facilities, for the same conditions. Facilities are public.',
  type: RegistryFacetsRef,
  args: facilityArguments,
  complexity: 20,
  resolve: (args, { now, sql }) => countFacets(sql, filterOf(args), now),
})
