import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { globalId } from '../../kernel/ids.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { corporation, facility } from '../registry/fixtures.ts'
import { membership, platform } from './fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

describe('whom to call at a facility', () => {
  const CONTACTS = /* GraphQL */ `
    query Contacts($id: ID!) {
      facility(id: $id) {
        contacts(first: 10) {
          totalCount
          nodes {
            roleTitle
            nightPhone
          }
        }
      }
    }
  `

  async function world() {
    const { id: corporationId } = await corporation(graph.db)
    const { id: facilityId } = await facility(graph.db, { corporationId })
    const { id: platformId } = await platform(graph.db)
    const { id: otherCorporationId } = await corporation(graph.db)
    const { id: otherFacilityId } = await facility(graph.db, { corporationId: otherCorporationId })
    await membership(graph.db, { platformId, corporationId })
    await membership(graph.db, { platformId, corporationId: otherCorporationId })
    await graph.db.facilityContact.create({
      data: { facilityId, position: 1, roleTitle: '夜間の代表', nightPhone: '000-000-0003' },
    })
    return { corporationId, facilityId, platformId, otherCorporationId, otherFacilityId }
  }

  const seen = async (facilityId: string, viewer: Viewer): Promise<number> => {
    const variables = { id: globalId('Facility', facilityId) }
    const { facility: found } = await graph.ask(CONTACTS, { variables, viewer })
    expect(found.contacts.nodes).toHaveLength(found.contacts.totalCount)
    return found.contacts.totalCount
  }

  it('is seen by its own people, its corporation and its network, and by nobody else', async () => {
    const { corporationId, facilityId, platformId, otherCorporationId, otherFacilityId } = await world()
    const inNetwork = { platformIds: [platformId] }
    const viewers: [who: string, viewer: Viewer, contacts: number][] = [
      ['guest', guest, 0],
      ['own director', viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId, corporationId }), 1],
      ['own administrator', viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId }), 1],
      [
        'director of another member',
        viewerActingAs('u', 'FACILITY_DIRECTOR', {
          facilityId: otherFacilityId,
          corporationId: otherCorporationId,
          ...inNetwork,
        }),
        1,
      ],
      ['secretariat', viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId, ...inNetwork }), 1],
      ['liaison', viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014', ...inNetwork }), 1],
      [
        'director outside the network',
        viewerActingAs('u', 'FACILITY_DIRECTOR', {
          facilityId: otherFacilityId,
          corporationId: otherCorporationId,
        }),
        0,
      ],
      [
        'secretariat of another network',
        viewerActingAs('u', 'PLATFORM_SECRETARIAT', {
          platformId: randomUUID(),
          platformIds: [randomUUID()],
        }),
        0,
      ],
      ['system operator', viewerActingAs('u', 'SYSTEM_OPERATOR'), 0],
    ]
    const found = await Promise.all(
      viewers.map(async ([who, viewer]) => [who, await seen(facilityId, viewer)] as const),
    )
    expect(found).toEqual(viewers.map(([who, , contacts]) => [who, contacts]))
  })

  it('is no longer seen by a network the corporation has left', async () => {
    const { corporationId, facilityId, platformId } = await world()
    await graph.db.platformMembership.updateMany({
      where: { corporationId },
      data: { endsOn: new Date('2026-11-22') },
    })
    const secretariat = viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId, platformIds: [platformId] })
    expect(await seen(facilityId, secretariat)).toBe(0)
  })
})

describe('a network', () => {
  const NETWORK = /* GraphQL */ `
    query Network {
      platforms(first: 10) {
        nodes {
          name
          memberCount
          memberships(first: 100) {
            nodes {
              corporation {
                name
                facilities(first: 100) {
                  totalCount
                  nodes {
                    freshness
                    offices(first: 10) {
                      totalCount
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `

  it('is read with its members, their facilities and offices in one statement', async () => {
    const { id: platformId, name } = await platform(graph.db)
    const members = await Promise.all(
      ['二', '一'].map((n) => corporation(graph.db, { name: `社会福祉法人 見本${n}${randomUUID()}会` })),
    )
    for (const [n, { id: corporationId }] of members.entries()) {
      await membership(graph.db, { platformId, corporationId, position: 2 - n })
      await facility(graph.db, { corporationId })
    }
    const viewer = viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId, platformIds: [platformId] })
    const statements = graph.countStatements()
    const { platforms } = await graph.ask(NETWORK, { viewer })
    expect(statements.end()).toBe(1)
    expect(platforms.nodes).toEqual([
      {
        name,
        memberCount: 2,
        memberships: {
          nodes: members.toReversed().map((member) => ({
            corporation: {
              name: member.name,
              facilities: {
                totalCount: 1,
                nodes: [{ freshness: 'UNCONFIRMED', offices: { totalCount: 0 } }],
              },
            },
          })),
        },
      },
    ])
  })

  it('is not seen by a stranger and not asked for by a guest', async () => {
    await platform(graph.db)
    const stranger = viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId: randomUUID() })
    expect((await graph.ask(NETWORK, { viewer: stranger })).platforms.nodes).toEqual([])
    const { errors } = await graph.request(NETWORK)
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})
