import { enumeration } from '../../../kernel/read/enumeration.ts'
import type { ArgumentBuilder } from '../../../kernel/read/fields.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy.ts'
import { namesOrder, sheltersWhere } from '../search/where.ts'

const ShelterKind = enumeration('ShelterKind', {
  description: 'What a municipality has designated a place as.',
  values: {
    DESIGNATED_SHELTER: '指定避難所: a place to stay (災害対策基本法49条の7).',
    EMERGENCY_SITE: '指定緊急避難場所: a place to flee to (災害対策基本法49条の4).',
  },
})

model('Shelter', {
  description:
    'A place that a municipality has designated for disasters. Public. Source: 国土地理院, capacities: the municipality.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'Place to stay, or place to flee to.' }),
    sourceKey: t.column('sourceKey', { description: '共通ID of the issuer; unique per kind.' }),
    name: t.column('name', { description: 'Name as published.' }),
    address: t.column('address', { description: 'Address from the municipality on.' }),
    municipality: t.one('municipality', { description: 'Municipality that designated it.' }),
    latitude: t.column('latitude', {
      description: 'Degrees north; null if not given or not near the municipality.',
    }),
    longitude: t.column('longitude', { description: 'Degrees east; null together with latitude.' }),
    welfare: t.column('welfare', {
      description: 'A 指定福祉避難所: whom it accepts is published, or the municipality remarks 福祉避難所.',
    }),
    acceptedPersons: t.column('acceptedPersons', {
      description: '受入対象者 in the municipality’s own words; null if not published.',
    }),
    capacity: t.column('capacity', {
      description: '想定収容人数 in persons; null = not given, or not to be told from the text; never 0.',
    }),
    capacityText: t.column('capacityText', {
      description: 'The same as published, e.g. 「屋内480人／屋外3,350人(面積の1/2)」; null if not given.',
    }),
    capacitySource: t.one('capacitySource', {
      description: 'The published file the capacity came from, where it is another one; null if not given.',
    }),
    hazards: t.column('hazards', {
      description: 'Hazards an emergency site is meant for, in the issuer’s words.',
    }),
    facility: t.one('facility', {
      description: 'The registered facility it was recognized as; null if none.',
    }),
    matchReason: t.column('matchReason', {
      description:
        'Why it was recognized: NAME_AND_ADDRESS, NAME_AND_DISTANCE (300 m), PART_OF_NAME_AND_ADDRESS, SEVERAL_SIGNS or DECIDED_BY_A_PERSON; null without a facility.',
    }),
    sample: t.column('sample', { description: 'Invented for demonstration.' }),
    dataSource: t.one('dataSource', { description: 'The published file it came from; null for samples.' }),
  }),
})

/** Arguments of everything that finds shelters. */
export const shelterArguments = (arg: ArgumentBuilder) => ({
  text: arg.string({ description: 'Words that must all occur in name, municipality or address.' }),
  municipalityCodes: arg.stringList({ description: 'Only in these municipalities (6-digit codes).' }),
  kind: arg({ type: ShelterKind, description: 'Only places to stay, or only places to flee to.' }),
  welfare: arg.boolean({ description: 'Only 指定福祉避難所, or only others.' }),
  matched: arg.boolean({ description: 'Only those recognized as a registered facility, or only others.' }),
})

query.list('shelters', {
  model: 'Shelter',
  access: 'public',
  description: 'Designated shelters and emergency sites that match: the best match first, else by name.',
  args: shelterArguments,
  where: sheltersWhere,
  orderBy: ({ text }) => namesOrder<'Shelter'>(text),
})
