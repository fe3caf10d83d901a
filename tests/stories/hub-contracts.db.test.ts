import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../support/graph.ts'
import { ALLIANCE, CONTRACT, sendTie, tieWorld, type TieWorld } from '../support/tie-world.ts'

// A network led by a large corporation rests on its contracts: the parties make them in one module, another one counts them.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

/** A network whose hub is `one`, without anything but its members. */
async function hubWorld(): Promise<TieWorld> {
  const there = await tieWorld(graph)
  await graph.db.platform.update({
    where: { id: there.platformId },
    data: { kind: 'CORPORATION_LED', hubCorporationId: there.one.id },
  })
  return there
}
const missingOn = async ({ platform, as }: TieWorld, on: string): Promise<string[]> =>
  (
    await graph.ask(
      'query ($id: ID!, $on: Date!) { networkStanding(platformId: $id, on: $on) { missing { code } } }',
      { viewer: as('secretariat'), variables: { id: platform, on } },
    )
  ).networkStanding.missing.map(({ code }: { code: string }) => code)

/** Proposes a contract from one member to another, and has it agreed to if asked. */
async function contract(
  { platform, one, other, third }: TieWorld,
  {
    parties = 'HUB',
    agrees = true,
    over = {},
  }: { parties?: 'HUB' | 'OTHERS'; agrees?: boolean; over?: object } = {},
): Promise<string> {
  const [giver, taker] = parties === 'HUB' ? [one, other] : [other, third]
  const { collaborationTie } = await sendTie(graph, giver.administrator, 'proposeTie', {
    stage: 'BUSINESS_ALLIANCE',
    platformId: platform,
    subject: '給食の共同調理',
    ownRole: 'GIVING',
    others: [{ corporationId: taker.gid, role: 'TAKING' }],
    validFrom: '2026-04-01',
    validTo: '2027-03-31',
    evidence: CONTRACT,
    alliance: ALLIANCE,
    ...over,
  })
  if (agrees)
    await sendTie(graph, taker.administrator, 'agreeTie', {
      collaborationTieId: collaborationTie.id,
      version: 1,
    })
  return collaborationTie.id
}

describe('a network led by a corporation', () => {
  it('lacks a contract of its hub until one stands, and again once none is in force', async () => {
    const there = await hubWorld()
    expect(await missingOn(there, '2026-11-23')).toEqual(['RULEBOOK', 'HUB_CONTRACTS'])
    const id = await contract(there, { agrees: false })
    expect(await missingOn(there, '2026-11-23')).toContain('HUB_CONTRACTS')
    await sendTie(graph, there.other.administrator, 'agreeTie', { collaborationTieId: id, version: 1 })
    expect(await missingOn(there, '2026-11-23')).toEqual(['RULEBOOK'])
    expect(await missingOn(there, '2026-03-31')).toContain('HUB_CONTRACTS')
    expect(await missingOn(there, '2027-04-01')).toContain('HUB_CONTRACTS')
  })

  it('is not helped by contracts between others, outside the network, or with who has left', async () => {
    const between = await hubWorld()
    await contract(between, { parties: 'OTHERS' })
    expect(await missingOn(between, '2026-11-23')).toContain('HUB_CONTRACTS')

    const outside = await hubWorld()
    await contract(outside, { over: { platformId: undefined } })
    expect(await missingOn(outside, '2026-11-23')).toContain('HUB_CONTRACTS')

    const left = await hubWorld()
    await contract(left)
    expect(await missingOn(left, '2026-11-23')).not.toContain('HUB_CONTRACTS')
    await graph.db.platformMembership.updateMany({
      where: { platformId: left.platformId, corporationId: left.other.id },
      data: { endsOn: new Date('2026-10-31') },
    })
    expect(await missingOn(left, '2026-11-23')).toContain('HUB_CONTRACTS')
    expect(await missingOn(left, '2026-10-31')).not.toContain('HUB_CONTRACTS')
  })

  it('of another kind is not asked for one', async () => {
    const there = await tieWorld(graph)
    expect(await missingOn(there, '2026-11-23')).not.toContain('HUB_CONTRACTS')
  })
})
