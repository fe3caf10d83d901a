import { badInput } from '../../../kernel/read/bad-input.ts'
import type { ArgumentBuilder } from '../../../kernel/read/fields.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { clusterPlaces, MOST_CELLS, type Cluster, type ClusterMap } from '../search/clusters.ts'
import {
  countConditions,
  type ConditionCount,
  type ConditionCounts,
  type PossessionCount,
} from '../search/counts.ts'
import { findPlaces, type PlaceFound } from '../search/places.ts'
import { facilitiesWhere, sheltersWhere } from '../search/where.ts'
import { facilityArguments, filterOf } from './search.ts'
import { shelterArguments } from './shelter.ts'

const ConditionCountRef = value<ConditionCount>('ConditionCount', {
  description: 'Facilities that one further choice would leave.',
  fields: {
    key: { type: 'String', description: 'What to ask for.' },
    name: { type: 'String', description: 'Its name; empty where the key is a word of the schema.' },
    count: { type: 'Int', description: 'Number of facilities.' },
  },
})

const PossessionCountRef = value<PossessionCount>('PossessionCount', {
  description: 'Facilities that have something, or may have it.',
  fields: {
    name: { type: 'String', description: 'What it is.' },
    yes: { type: 'Int', description: 'Facilities that say that they have it.' },
    yesOrUnknown: { type: 'Int', description: 'Those, and those where nobody has answered.' },
  },
})

const ConditionCountsRef = value<ConditionCounts>('FacilityConditionCounts', {
  description: 'How many facilities each further condition would leave.',
  fields: {
    corporationKinds: { type: [ConditionCountRef], description: 'By kind of corporation, most first.' },
    shelterRoles: { type: [ConditionCountRef], description: 'By what they are designated as.' },
    equipment: {
      type: [PossessionCountRef],
      description: 'By thing, most first; things that nobody has are left out.',
    },
    rooms: { type: PossessionCountRef, description: 'With a room that others may borrow.' },
    vehicles: { type: PossessionCountRef, description: 'With a vehicle that others may borrow.' },
    qualifications: {
      type: [ConditionCountRef],
      description: 'By qualification that at least one of the staff holds.',
    },
    areas: { type: [ConditionCountRef], description: 'By area of mutual help and school district.' },
    statuses: { type: [ConditionCountRef], description: 'By whether they stand.' },
    capacityGiven: { type: 'Int', description: 'Of which a capacity is given.' },
    capacityUnknown: { type: 'Int', description: 'Of which none is given; that is not zero.' },
  },
})

query.custom('facilityConditionCounts', {
  access: 'public',
  scope: 'registry:read',
  description:
    'Counts beside the further conditions of a search for facilities. Facilities are public. Things and qualifications are counted under everything chosen, all else without its own choice.',
  type: ConditionCountsRef,
  args: facilityArguments,
  complexity: 30,
  resolve: (args, { now, sql }) => countConditions(sql, filterOf(args), now),
})

const ClusterRef = value<Cluster>('MapCluster', {
  description: 'Places that lie close together on a map.',
  fields: {
    latitude: { type: 'Float', description: 'Degrees north of their middle.' },
    longitude: { type: 'Float', description: 'Degrees east of their middle.' },
    count: { type: 'Int', description: 'How many they are.' },
    samples: { type: 'Int', description: 'How many of them are invented.' },
    municipality: { type: 'String', description: 'Municipality that most of them lie in.' },
    names: { type: ['String'], description: 'Names of the first three, as published.' },
    ids: { type: ['ID'], description: 'Relay ids of the same.' },
  },
})

const ClusterMapRef = value<ClusterMap>('ClusterMap', {
  description: 'The places of a search on a map.',
  fields: {
    clusters: { type: [ClusterRef], description: 'The points, those of most places first.' },
    unplaced: { type: 'Int', description: 'Places of which no point is known.' },
    outside: { type: 'Int', description: 'Places outside the part that is shown.' },
  },
})

const boundsArguments = (arg: ArgumentBuilder) => ({
  south: arg.float({ required: true, description: 'Southern edge of the map, degrees north.' }),
  west: arg.float({ required: true, description: 'Western edge, degrees east.' }),
  north: arg.float({ required: true, description: 'Northern edge.' }),
  east: arg.float({ required: true, description: 'Eastern edge.' }),
  cells: arg.int({
    required: true,
    description: `Into how many cells its width is divided, 1 to ${MOST_CELLS}; places of one cell come as one.`,
  }),
})

interface MapPart {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
  readonly cells: number
}

function checked({ south, west, north, east, cells }: MapPart): MapPart {
  const isMap = south >= -90 && north <= 90 && west >= -180 && east <= 180 && south < north && west < east
  if (!isMap) throw badInput('The edges of the map: south below north and west below east, in degrees.')
  if (cells < 1 || cells > MOST_CELLS) throw badInput(`cells must be from 1 to ${MOST_CELLS}.`)
  return { south, west, north, east, cells }
}

query.custom('facilityMap', {
  access: 'public',
  scope: 'registry:read',
  description: 'Facilities that match as points of a map. Facilities are public.',
  type: ClusterMapRef,
  args: (arg) => ({ ...facilityArguments(arg), ...boundsArguments(arg) }),
  complexity: 20,
  resolve: (args, { now, sql }) => {
    const { cells, ...bounds } = checked(args)
    return clusterPlaces(sql, 'Facility', facilitiesWhere(filterOf(args), now), bounds, cells)
  },
})

query.custom('shelterMap', {
  access: 'public',
  scope: 'registry:read',
  description: 'Shelters that match as points of a map. Shelters are public.',
  type: ClusterMapRef,
  args: (arg) => ({ ...shelterArguments(arg), ...boundsArguments(arg) }),
  complexity: 20,
  resolve: (args, { sql }) => {
    const { cells, ...bounds } = checked(args)
    return clusterPlaces(sql, 'Shelter', sheltersWhere(args), bounds, cells)
  },
})

const PlaceFoundRef = value<PlaceFound>('PlaceFound', {
  description: 'A place that distances can be measured from.',
  fields: {
    name: { type: 'String', description: 'Name of the municipality, facility or shelter.' },
    address: { type: 'String', description: 'Its address.' },
    latitude: { type: 'Float', description: 'Degrees north.' },
    longitude: { type: 'Float', description: 'Degrees east.' },
  },
})

query.custom('placesNamed', {
  access: 'public',
  scope: 'registry:read',
  description:
    'Points for a name or address, at most eight: middles of municipalities, and facilities and shelters. Public; nothing is asked of anybody outside.',
  type: [PlaceFoundRef],
  args: (arg) => ({
    text: arg.string({ required: true, description: 'Name or address, at least two characters.' }),
  }),
  complexity: 10,
  resolve: ({ text }, { sql }) => (text.trim().length < 2 ? [] : findPlaces(sql, text.slice(0, 100))),
})
