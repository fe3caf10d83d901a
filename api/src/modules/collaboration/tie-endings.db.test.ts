import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { somebody } from '../../../../tests/support/network-world.ts'
import { tieActs, tieWorld, type TieWorld } from '../../../../tests/support/tie-world.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { globalId } from '../../kernel/ids.ts'
import { react } from '../../kernel/jobs/reaction.ts'
import { createLog } from '../../kernel/log.ts'
import { membership } from '../platforms/fixtures.ts'
import { corporation } from '../registry/fixtures.ts'
import { tie } from './fixtures.ts'
import './reactions.ts'

const graph = await openTestGraph()
const { send, stored, agreed } = tieActs(graph)

describe('when a party ends', () => {
  /** The secretariat writes down that one merges into another on a day. */
  const merge = (there: TieWorld, oldId: string, newId: string, onDate: string) =>
    graph.ask(
      `mutation ($input: RecordMergerInput!) { recordMerger(input: $input) { __typename
        ... on RecordMergerPayload { corporationSuccession { id status } } ... on Problem { code } } }`,
      {
        viewer: there.as('secretariat'),
        variables: {
          input: {
            corporationId: globalId('Corporation', oldId),
            successorId: globalId('Corporation', newId),
            onDate,
            reason: '合併契約による。',
          },
        },
      },
    )
  const partiesOf = async (id: string) => {
    const { parties, validTo, status } = await stored(globalId('CollaborationTie', id))
    const iso = (day: Date | null) => day?.toISOString().slice(0, 10) ?? '–'
    return {
      tie: `${status} ${iso(validTo)}`,
      parties: parties
        .map(({ corporationId, startsOn, endsOn }) => `${corporationId} ${iso(startsOn)} ${iso(endsOn)}`)
        .toSorted(),
    }
  }

  it('its ties are its successor’s from the day on, also the confidential ones, and all of it can be taken back', async () => {
    const there = await tieWorld(graph)
    const { one, other, third } = there
    const open = await tie(graph.db, [one.id, third.id], { platformId: there.platformId })
    const between = await tie(graph.db, [one.id, other.id])
    const secret = await tie(graph.db, [third.id, one.id], {
      stage: 'BOARD_PARTICIPATION',
      terms: { form: 'DIRECTOR', seats: 1, conflictChecked: true, resolution: 'x', purpose: 'x' },
    })
    const before = await Promise.all([open, between, secret].map(partiesOf))
    const merged = await merge(there, one.id, other.id, '2026-11-23')
    expect(merged.recordMerger.corporationSuccession.status).toBe('DONE')
    const followed = [`${one.id} – 2026-11-22`, `${other.id} 2026-11-23 –`, `${third.id} – –`].toSorted()
    expect(await partiesOf(open)).toEqual({ tie: 'STANDING –', parties: followed })
    expect(await partiesOf(secret)).toEqual({ tie: 'STANDING –', parties: followed })
    expect((await partiesOf(between)).tie).toBe('STANDING 2026-11-22')
    const seen = await graph.ask(
      `{ collaborationTie(id: "${globalId('CollaborationTie', secret)}") { stage viewerCan { change { allowed } } } }`,
      { viewer: other.administrator },
    )
    expect(seen.collaborationTie).toEqual({
      stage: 'BOARD_PARTICIPATION',
      viewerCan: { change: { allowed: true } },
    })

    const undone = await graph.ask(
      `mutation ($input: UndoSuccessionInput!) { undoSuccession(input: $input) { __typename ... on Problem { code } } }`,
      {
        viewer: there.as('secretariat'),
        variables: {
          input: {
            corporationSuccessionId: merged.recordMerger.corporationSuccession.id,
            reason: '取り消し',
          },
        },
      },
    )
    expect(undone.undoSuccession.__typename).toBe('UndoSuccessionPayload')
    expect(await Promise.all([open, between, secret].map(partiesOf))).toEqual(before)
  })

  it('is not taken back once somebody has built on it', async () => {
    const there = await tieWorld(graph)
    const id = await agreed(there)
    const successor = await corporation(graph.db)
    await membership(graph.db, { platformId: there.platformId, corporationId: successor.id })
    const merged = await merge(there, there.other.id, successor.id, '2026-11-23')
    const version = (await stored(id)).version
    await send(there.one.administrator, 'endTie', {
      collaborationTieId: id,
      version,
      endsOn: '2026-12-31',
      because: '満了',
    })
    const { corporationSuccession } = merged.recordMerger
    const undone = await graph.ask(
      `mutation ($input: UndoSuccessionInput!) { undoSuccession(input: $input) { __typename ... on Problem { code } } }`,
      {
        viewer: there.as('secretariat'),
        variables: {
          input: {
            corporationSuccessionId: corporationSuccession.id,
            reason: 'x',
          },
        },
      },
    )
    expect(undone.undoSuccession.code).toBe('SUCCESSION_BUILT_UPON')
  })

  it('and its second record, merged into the first, leaves the ties to it until they are parted', async () => {
    const there = await tieWorld(graph)
    const twin = await corporation(graph.db)
    const id = await tie(graph.db, [twin.id, there.other.id], { proposedById: twin.id })
    const payload = {
      registryMergeId: twin.id,
      record: 'CORPORATION',
      keptId: there.one.id,
      absorbedId: twin.id,
    }
    const announce = async (name: string) => {
      await graph.db.$queryRawUnsafe(
        `SELECT append_ledger($1::jsonb, $2::jsonb)::text`,
        JSON.stringify({ at: TODAY, actingRoles: [], audience: [], command: 'tiesTest', input: {} }),
        JSON.stringify([{ name, payload, audience: [], entities: [] }]),
      )
      const { id: eventId } = await graph.db.eventLog.findFirstOrThrow({
        where: { name },
        orderBy: { seq: 'desc' },
      })
      const context = { db: graph.db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
      await react.run({ eventId }, context)
    }
    const holders = async () => (await partiesOf(id)).parties.map((party) => party.split(' ')[0])
    await announce('registry.RecordsMerged.v1')
    expect(await holders()).toEqual([there.one.id, there.other.id].toSorted())
    await announce('registry.RecordsParted.v1')
    expect(await holders()).toEqual([twin.id, there.other.id].toSorted())
  })
})

describe('the worker', () => {
  it('tells the other party once of a proposal and an answer', async () => {
    const there = await tieWorld(graph)
    const id = await agreed(there)
    const context = { db: graph.db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
    const events = await graph.db.eventLog.findMany({
      where: { entities: { has: id } },
      orderBy: { seq: 'asc' },
    })
    for (const { id: eventId } of [...events, ...events]) await react.run({ eventId }, context)
    const told = async (userId: string) =>
      (await graph.db.notification.findMany({ where: { userId } })).map(({ kind, params }) => [kind, params])
    expect(await told(there.other.userId)).toEqual([
      ['collaboration.tieProposed', { by: there.one.name, subject: '給食の共同調理' }],
    ])
    expect(await told(there.one.userId)).toEqual([
      ['collaboration.tieAnswered', { by: there.other.name, subject: '給食の共同調理' }],
    ])
  })

  it('leaves a person of another corporation alone', async () => {
    const there = await tieWorld(graph)
    const stranger = await somebody(graph)
    const viewer = viewerActingAs(stranger.id, 'CORPORATION_ADMIN', { corporationId: there.third.id })
    await agreed(there)
    const { todos } = await graph.ask('{ todos { code } }', { viewer })
    expect(todos.map(({ code }: { code: string }) => code)).not.toContain('TIE_TO_ANSWER')
  })
})
