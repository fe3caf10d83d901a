import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation, facility } from '../fixtures.ts'

const CONFIRM = /* GraphQL */ `
  mutation Confirm($input: ConfirmFacilityUnchangedInput!) {
    confirmFacilityUnchanged(input: $input) {
      __typename
      ... on ConfirmFacilityUnchangedPayload {
        facility {
          confirmedAt
          freshness
          confirmations(first: 10) {
            totalCount
            nodes {
              block
              confirmedAt
              confirmedByRole
            }
          }
        }
      }
      ... on Problem {
        code
      }
    }
  }
`

/** An instant as the graph writes it. */
const written = (at: Date): string => at.toISOString().replace('.000Z', '+00:00')

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

interface World {
  readonly corporationId: string
  readonly facilityId: string
  readonly userId: string
  readonly director: Viewer
}

async function world(): Promise<World> {
  const { db } = graph
  const { id: corporationId } = await corporation(db)
  const { id: facilityId } = await facility(db, { corporationId })
  const user = await db.user.create({
    data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
  })
  const director = viewerActingAs(user.id, 'FACILITY_DIRECTOR', { corporationId, facilityId })
  return { corporationId, facilityId, userId: user.id, director }
}

/** A new network to which the corporation belongs until a day. */
async function memberOf(corporationId: string, endsOn: Date | null): Promise<string> {
  const memberships = { create: { corporationId, startsOn: new Date('2020-04-01'), endsOn } }
  const data = { name: `見本${randomUUID()}連絡会`, kind: 'OTHER' as const, sample: true, memberships }
  const { id } = await graph.db.platform.create({ data })
  return id
}

const confirm = (viewer: Viewer, facilityId: string, more: object = {}, now?: Date) =>
  graph.request(CONFIRM, {
    viewer,
    variables: { input: { facilityId: globalId('Facility', facilityId), ...more } },
    ...(now ? { now } : {}),
  })

const payloadOf = async (answer: ReturnType<typeof confirm>) => {
  const { data, errors } = await answer
  expect(errors).toBeUndefined()
  return data.confirmFacilityUnchanged
}

describe('confirmFacilityUnchanged', () => {
  it('confirms one block; the facility is unconfirmed until every block is', async () => {
    const { facilityId, director } = await world()
    const { facility: after } = await payloadOf(confirm(director, facilityId, { block: 'EQUIPMENT' }))
    expect(after).toEqual({
      confirmedAt: null,
      freshness: 'UNCONFIRMED',
      confirmations: {
        totalCount: 1,
        nodes: [{ block: 'EQUIPMENT', confirmedAt: written(TODAY), confirmedByRole: 'FACILITY_DIRECTOR' }],
      },
    })
  })

  it('confirms all blocks at once', async () => {
    const { facilityId, director } = await world()
    const { facility: after } = await payloadOf(confirm(director, facilityId))
    expect(after).toMatchObject({ confirmedAt: written(TODAY), freshness: 'CONFIRMED' })
    expect(after.confirmations.totalCount).toBe(6)
  })

  it('leaves the facility as fresh as its stalest block', async () => {
    const { facilityId, director } = await world()
    const longAgo = new Date('2025-09-12T06:20:00Z')
    await payloadOf(confirm(director, facilityId, {}, longAgo))
    const { facility: after } = await payloadOf(confirm(director, facilityId, { block: 'BASIC' }))
    expect(after).toMatchObject({ confirmedAt: written(longAgo), freshness: 'STALE' })
  })

  it('counts both blocks when two people confirm them at the same moment', async () => {
    const { facilityId, director } = await world()
    const blocks = ['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF']
    await Promise.all(blocks.map((block) => payloadOf(confirm(director, facilityId, { block }))))
    const { confirmedAt } = await graph.db.facility.findUniqueOrThrow({ where: { id: facilityId } })
    expect(confirmedAt).toEqual(TODAY)
  })

  it('confirms once when a phone sends it twice', async () => {
    const { facilityId, director } = await world()
    const twice = { block: 'BASIC', idempotencyKey: randomUUID() }
    await Promise.all([confirm(director, facilityId, twice), confirm(director, facilityId, twice)])
    expect(await graph.db.facilityConfirmation.count({ where: { facilityId } })).toBe(1)
  })

  it('is audited and announced to facility, corporation and networks', async () => {
    const { facilityId, corporationId, userId, director } = await world()
    const platformId = await memberOf(corporationId, null)
    await memberOf(corporationId, new Date('2026-11-22'))
    await payloadOf(confirm(director, facilityId))

    const entry = await graph.db.auditEntry.findFirstOrThrow({ where: { subjectId: facilityId } })
    expect(entry).toMatchObject({
      command: 'confirmFacilityUnchanged',
      actorUserId: userId,
      actingRoles: ['FACILITY_DIRECTOR'],
      input: { facilityId },
    })
    const event = await graph.db.eventLog.findFirstOrThrow({ where: { auditSeq: entry.seq } })
    expect(event).toMatchObject({
      name: 'registry.FacilityConfirmed.v1',
      audience: [`facility:${facilityId}`, `corporation:${corporationId}`, `platform:${platformId}`],
      entities: [globalId('Facility', facilityId)],
      payload: {
        facilityId,
        corporationId,
        blocks: ['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF'],
        confirmedByUserId: userId,
        becameFresh: true,
        platformIds: [platformId],
      },
    })
  })

  it('refuses people of another facility, and changes nothing', async () => {
    const { facilityId } = await world()
    const { director: stranger } = await world()
    const { errors } = await confirm(stranger, facilityId)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_YOUR_FACILITY' })
    expect(await graph.db.facilityConfirmation.count({ where: { facilityId } })).toBe(0)
  })

  it('does not know a facility that is not there', async () => {
    const { director } = await world()
    const { errors } = await confirm(director, randomUUID())
    expect(errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
  })

  it('refuses the id of something else as the wrong shape', async () => {
    const { facilityId, director } = await world()
    const { data } = await graph.request(CONFIRM, {
      viewer: director,
      variables: { input: { facilityId: globalId('Corporation', facilityId) } },
    })
    expect(data.confirmFacilityUnchanged).toEqual({ __typename: 'ValidationProblem', code: 'VALIDATION' })
  })
})
