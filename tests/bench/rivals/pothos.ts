// Pothos with its Prisma plugin behind Apollo Server on Fastify, with the filters of the portal's policies: the usual
// way to build on the same libraries.
import { createHash } from 'node:crypto'
import { ApolloServer } from '@apollo/server'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import { PrismaPg } from '@prisma/adapter-pg'
import fastify from 'fastify'
import type PrismaTypes from './generated/pothos-types.ts'
import { getDatamodel } from './generated/pothos-types.ts'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'

const { DATABASE_URL, PORT, PLATFORM_IDS = '' } = process.env

const db = new PrismaClient({
  adapter: new PrismaPg(
    // The adapter ignores the offset of the times it is answered with.
    { connectionString: DATABASE_URL, max: 10, options: '-c timezone=UTC' },
    { statementNameGenerator: ({ sql }) => createHash('sha256').update(sql).digest('base64url') },
  ),
})

interface Context {
  /** What the portal's viewer knows of its networks. */
  platformIds: string[]
}

const builder = new SchemaBuilder<{
  Context: Context
  PrismaTypes: PrismaTypes
  Scalars: { DateTime: { Input: Date; Output: Date } }
  DefaultFieldNullability: false
}>({
  plugins: [RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  relay: {},
  prisma: { client: db, dmmf: getDatamodel() },
})

builder.scalarType('DateTime', {
  serialize: (value) => value.toISOString(),
  parseValue: (value) => new Date(String(value)),
})

const CorporationKind = builder.enumType('CorporationKind', {
  values: ['GENERAL', 'COUNCIL', 'AGENCY', 'COMMUNITY_CHEST', 'OTHER_WELFARE', 'NOT_WELFARE'] as const,
})
const ShelterKind = builder.enumType('ShelterKind', { values: ['DESIGNATED_SHELTER', 'EMERGENCY_SITE'] as const })

builder.prismaObject('Municipality', {
  select: { code: true },
  fields: (t) => ({ name: t.exposeString('name'), prefecture: t.exposeString('prefecture') }),
})

builder.prismaObject('ServiceKind', {
  select: { id: true },
  fields: (t) => ({ shortName: t.exposeString('shortName') }),
})

builder.prismaNode('Shelter', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    kind: t.expose('kind', { type: ShelterKind }),
    welfare: t.exposeBoolean('welfare'),
  }),
})

builder.prismaNode('ServiceOffice', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    capacity: t.exposeInt('capacity', { nullable: true }),
    serviceKind: t.relation('serviceKind'),
  }),
})

builder.prismaNode('Facility', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    kana: t.exposeString('kana'),
    address: t.exposeString('address'),
    phone: t.exposeString('phone', { nullable: true }),
    capacity: t.exposeInt('capacity', { nullable: true }),
    confirmedAt: t.expose('confirmedAt', { type: 'DateTime', nullable: true }),
    municipality: t.relation('municipality'),
    mainServiceKind: t.relation('mainServiceKind', { nullable: true }),
    corporation: t.relation('corporation', { nullable: true }),
    offices: t.relatedConnection('offices', {
      cursor: 'id',
      query: { orderBy: [{ name: 'asc' }, { id: 'asc' }] },
    }),
    shelters: t.relatedConnection('shelters', {
      cursor: 'id',
      query: { orderBy: [{ name: 'asc' }, { id: 'asc' }] },
    }),
  }),
})

builder.prismaNode('Corporation', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    kana: t.exposeString('kana', { nullable: true }),
    kind: t.expose('kind', { type: CorporationKind }),
    seatAddress: t.exposeString('seatAddress', { nullable: true }),
    phone: t.exposeString('phone', { nullable: true }),
    url: t.exposeString('url', { nullable: true }),
    seatMunicipality: t.relation('seatMunicipality', { nullable: true }),
    facilities: t.relatedConnection('facilities', {
      cursor: 'id',
      totalCount: true,
      query: { orderBy: [{ kana: 'asc' }, { id: 'asc' }] },
    }),
  }),
})

builder.prismaNode('PlatformMembership', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({ corporation: t.relation('corporation') }),
})

builder.prismaNode('Platform', {
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    memberships: t.relatedConnection('memberships', {
      cursor: 'id',
      totalCount: true,
      query: (_args, { platformIds }) => ({
        where: { endsOn: null, platformId: { in: platformIds } },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      }),
    }),
  }),
})

const found = (word: string, municipality: string | null | undefined) => Prisma.sql`
  from facility
  where grams(search_text) @> (select query_grams(search_key(${word})))
    and search_text like (select '%' || search_key(${word}) || '%')
  ${municipality ? Prisma.sql`and municipality_code = ${municipality}` : Prisma.empty}`

builder.queryType({
  fields: (t) => ({
    corporation: t.prismaField({
      type: 'Corporation',
      nullable: true,
      args: { id: t.arg.globalID({ required: true }) },
      resolve: (query, _root, { id }) => db.corporation.findUnique({ ...query, where: { id: id.id } }),
    }),
    platform: t.prismaField({
      type: 'Platform',
      nullable: true,
      args: { id: t.arg.globalID({ required: true }) },
      resolve: (query, _root, { id }, { platformIds }) =>
        db.platform.findFirst({ ...query, where: { AND: [{ id: id.id }, { id: { in: platformIds } }] } }),
    }),
    // Prisma cannot say the condition that the index serves, so it fetches by the ids that SQL has found.
    facilities: t.prismaConnection({
      type: 'Facility',
      cursor: 'id',
      args: { word: t.arg.string({ required: true }), municipality: t.arg.string() },
      totalCount: async (_root, { word, municipality }) => {
        const [row] = await db.$queryRaw<{ count: bigint }[]>`select count(*) ${found(word, municipality)}`
        return Number(row?.count)
      },
      resolve: async ({ take, skip: _skip, cursor: _cursor, ...selection }, _root, { word, municipality }) => {
        const rows = await db.$queryRaw<{ id: string }[]>`
          select id ${found(word, municipality)} order by kana, id limit ${take}`
        return db.facility.findMany({
          ...selection,
          where: { id: { in: rows.map(({ id }) => id) } },
          orderBy: [{ kana: 'asc' }, { id: 'asc' }],
        })
      },
    }),
  }),
})

const app = fastify()
const apollo = new ApolloServer<Context>({
  schema: builder.toSchema(),
  plugins: [fastifyApolloDrainPlugin(app)],
})
await apollo.start()
const context: Context = { platformIds: PLATFORM_IDS.split(',') }
await app.register(fastifyApollo(apollo), { context: async () => context })
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
