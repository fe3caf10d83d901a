import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateOf } from '../../api/src/kernel/clock.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { systemViewer } from '../../api/src/kernel/viewer.ts'
import { membership } from '../../api/src/modules/platforms/fixtures.ts'
import { endMandatesWithoutMembership } from '../../api/src/modules/registry/commands/end-mandates-without-membership.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import { testDatabase } from '../support/database.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { mandateBench } from '../support/mandates.ts'

let graph: TestGraph
let pool: pg.Pool
beforeAll(async () => {
  graph = await openTestGraph()
  pool = new pg.Pool({ connectionString: (await testDatabase()).url, max: 2 })
})
afterAll(() => pool.end())

const { world, send, give, confirm, edit, mandateOf, preview, endIt } = mandateBench(
  () => graph,
  () => pool,
)

describe('ending it', () => {
  it('is shown before: what is asked for, what is due, and who is left to do it', async () => {
    const given = await world()
    const { place, network, admin, keeper, secretary } = given
    await give(given, ['CONFIRM_FACTS'])
    await confirm(given, await keeper.at(), 'BASIC')
    await send('requestConfirmation', await secretary.at(), {
      platformId: globalId('Platform', network.id),
      facilityIds: [globalId('Facility', place.id)],
      blocks: ['STAFF'],
    })
    const shown = await preview(given, 'CONFIRM_FACTS', await admin.at())
    expect(shown.confirmed).toBe(1)
    expect(shown.work[0]).toEqual({
      kind: 'REQUEST',
      facilityName: place.name,
      block: 'STAFF',
      on: '2026-11-23',
      network: network.name,
      ownPeople: 1,
    })
    // Contacts are not within reach of the hub, and BASIC is fresh.
    expect(
      shown.work.slice(1).map((one: { kind: string; block: string }) => `${one.kind} ${one.block}`),
    ).toEqual(['DUE EQUIPMENT', 'DUE SERVICES', 'DUE RESOURCES', 'DUE BASIC'])
    expect((await preview(given, 'CONFIRM_FACTS', await keeper.at())).key).toBe(shown.key)
  })

  it('needs what was shown, ends at once, and destroys nothing', async () => {
    const given = await world()
    const { place, network, admin, keeper, secretary, director } = given
    await give(given, ['CONFIRM_FACTS'])
    const before = await preview(given, 'CONFIRM_FACTS', await admin.at())
    await confirm(given, await keeper.at(), 'BASIC')
    expect(await endIt(given, 'CONFIRM_FACTS', await admin.at(), before.key)).toBe('MANDATE_PREVIEW_OUTDATED')
    await send('requestConfirmation', await secretary.at(), {
      platformId: globalId('Platform', network.id),
      facilityIds: [globalId('Facility', place.id)],
      blocks: ['STAFF'],
    })
    const { key } = await preview(given, 'CONFIRM_FACTS', await admin.at())
    expect(await endIt(given, 'CONFIRM_FACTS', await admin.at(), key)).toBe('✓')
    expect(await mandateOf(given, 'CONFIRM_FACTS')).toMatchObject({
      endedBecause: 'REVOKED',
      endedByUserId: admin.id,
      endedAt: TODAY,
    })
    expect(await confirm(given, await keeper.at())).toBe('NOT_YOUR_CORPORATION')
    // The request stands and the facility answers it; what the holder confirmed stays confirmed.
    expect(
      await graph.db.facilityConfirmation.count({ where: { facilityId: place.id, block: 'BASIC' } }),
    ).toBe(1)
    expect(
      await graph.db.confirmationRequest.count({ where: { facilityId: place.id, answeredAt: null } }),
    ).toBe(1)
    expect(await confirm(given, await director.at(), 'STAFF')).toBe('✓')
    expect(await endIt(given, 'CONFIRM_FACTS', await admin.at(), key)).toBe('MANDATE_HAS_ENDED')
    // And it can be given anew.
    expect(await give(given, ['CONFIRM_FACTS'])).toBe('✓')
  })

  it('shows corrections that nobody has confirmed, and contacts that go out of sight', async () => {
    const given = await world()
    const { place, admin, keeper } = given
    await graph.db.facilityContact.create({
      data: { facilityId: place.id, position: 1, roleTitle: '宿直', nightPhone: '0000000003' },
    })
    await give(given, ['EDIT_FACTS', 'SEE_ALL_CONTACTS'])
    await edit(given, await keeper.at())
    const edits = await preview(given, 'EDIT_FACTS', await admin.at())
    expect(edits.work).toEqual([
      {
        kind: 'UNCONFIRMED',
        facilityName: place.name,
        block: 'STAFF',
        on: expect.any(String),
        network: null,
        ownPeople: 1,
      },
    ])
    expect(await preview(given, 'SEE_ALL_CONTACTS', await admin.at())).toMatchObject({
      hiddenContacts: 1,
      contactsOutOfReach: true,
      work: [],
    })
  })

  it('is also for the holder, who gives it back, and for nobody else', async () => {
    const given = await world()
    const { keeper, reporter, secretary, director } = given
    await give(given, ['EDIT_FACTS'])
    const { key } = await preview(given, 'EDIT_FACTS', await keeper.at())
    for (const other of [secretary, director, reporter])
      expect(await endIt(given, 'EDIT_FACTS', await other.at(), key)).not.toBe('✓')
    expect(await endIt(given, 'EDIT_FACTS', await keeper.at(), key)).toBe('✓')
    expect(await mandateOf(given, 'EDIT_FACTS')).toMatchObject({ endedBecause: 'RETURNED' })
  })
})

describe('it ends by itself', () => {
  it('with the membership: at once for the secretariat, and for the record on the next morning', async () => {
    const given = await world()
    const { secretary, member } = given
    expect(await give(given, ['CONFIRM_FACTS'], { to: 'network' })).toBe('✓')
    expect(await confirm(given, await secretary.at(), 'CONTACTS')).toBe('✓')
    await graph.db.platformMembership.update({
      where: { id: member.id },
      data: { endsOn: dateOf('2026-11-22') },
    })
    expect((await secretary.at()).mandates).toEqual([])
    expect(await confirm(given, await secretary.at())).toBe('ONLY_THE_FACILITY_CONFIRMS')
    await runCommand(
      endMandatesWithoutMembership,
      {},
      { db: graph.db, viewer: systemViewer, clock: { now: () => TODAY }, requestId: null },
    )
    expect(await mandateOf(given, 'CONFIRM_FACTS')).toMatchObject({ endedBecause: 'MEMBERSHIP_ENDED' })
  })

  it('at a merger, on either side: trust is not inherited; taken back, it stands again', async () => {
    const given = await world()
    const { giver, hub, place, network, keeper, secretary } = given
    await give(given, ['CONFIRM_FACTS'])
    await membership(graph.db, { platformId: network.id, corporationId: hub.id })
    const other = await corporation(graph.db)
    await membership(graph.db, { platformId: network.id, corporationId: other.id })
    for (const ends of [giver, hub]) {
      const { successionPreview } = await graph.ask(
        'query P($old: ID!, $new: ID!) { successionPreview(corporationId: $old, successorId: $new, onDate: "2026-11-23") { lines { what ends } } }',
        {
          viewer: await secretary.at(),
          variables: { old: globalId('Corporation', ends.id), new: globalId('Corporation', other.id) },
        },
      )
      expect(successionPreview.lines).toContainEqual({ what: 'MANDATES', ends: 1 })
      const merged = await send('recordMerger', await secretary.at(), {
        corporationId: globalId('Corporation', ends.id),
        successorId: globalId('Corporation', other.id),
        onDate: '2026-11-23',
        reason: '合併契約による（見本）。',
      })
      expect(merged).toBe('✓')
      expect(await mandateOf(given, 'CONFIRM_FACTS')).toMatchObject({ endedBecause: 'CORPORATION_ENDED' })
      // The hub holds nothing any more, whichever of the two has ended.
      expect((await keeper.at()).mandates).toEqual([])
      const { id } = await graph.db.corporationSuccession.findFirstOrThrow({
        where: { corporationId: ends.id, status: 'DONE' },
      })
      const undone = await send('undoSuccession', await secretary.at(), {
        corporationSuccessionId: globalId('CorporationSuccession', id),
        reason: '誤って記録したため。',
      })
      expect(undone).toBe('✓')
      expect(await mandateOf(given, 'CONFIRM_FACTS')).toMatchObject({ endedAt: null, endedBecause: null })
      expect(await confirm(given, await keeper.at())).toBe('✓')
    }
    expect(place.corporationId).toBe(giver.id)
  })
})
