import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../api/src/kernel/audit-verify.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { platform } from '../../api/src/modules/platforms/fixtures.ts'
import { testDatabase } from '../support/database.ts'
import { contact } from '../support/facility-world.ts'
import { openTestGraph, type TestGraph } from '../support/graph.ts'
import { daysLater, mandateBench } from '../support/mandates.ts'

let graph: TestGraph
let pool: pg.Pool
beforeAll(async () => {
  graph = await openTestGraph()
  pool = new pg.Pool({ connectionString: (await testDatabase()).url, max: 2 })
})
afterAll(() => pool.end())

const { world, send, give, confirm, edit, preview, endIt } = mandateBench(
  () => graph,
  () => pool,
)

describe('what is entrusted', () => {
  it('lets the holder do that and nothing else, and only its administrator', async () => {
    const given = await world()
    const { keeper, reporter, admin } = given
    expect(await confirm(given, await keeper.at())).toBe('NOT_YOUR_CORPORATION')
    expect(await give(given, ['CONFIRM_FACTS'])).toBe('✓')
    expect((await keeper.at()).mandates).toMatchObject([
      { permission: 'CONFIRM_FACTS', corporationId: given.giver.id, corporationName: given.giver.name },
    ])
    expect(await confirm(given, await keeper.at())).toBe('✓')
    expect(await confirm(given, await keeper.at(), 'CONTACTS')).toBe('CONTACTS_NOT_ENTRUSTED')
    expect(await edit(given, await keeper.at())).toBe('NOT_YOUR_CORPORATION')
    expect((await reporter.at()).mandates).toEqual([])
    expect((await admin.at()).mandates).toEqual([])
  })

  it('is part of who the viewer is, and its end is told to every process with the commit', async () => {
    const given = await world()
    await give(given, ['CONFIRM_FACTS', 'EDIT_FACTS', 'SEE_ALL_CONTACTS'])
    expect((await given.keeper.at()).mandates.map(({ permission }) => permission).toSorted()).toEqual([
      'CONFIRM_FACTS',
      'EDIT_FACTS',
      'SEE_ALL_CONTACTS',
    ])
    const client = await pool.connect()
    try {
      const told = new Promise((resolve) => {
        client.once('notification', ({ payload }) => resolve(payload))
      })
      await client.query('listen yui_viewers')
      const { key } = await preview(given, 'EDIT_FACTS', await given.admin.at())
      expect(await endIt(given, 'EDIT_FACTS', await given.admin.at(), key)).toBe('✓')
      expect(await told).toBe('*')
    } finally {
      client.release(true)
    }
    expect((await given.keeper.at()).mandates).toHaveLength(2)
  })

  it('says on whose behalf it was done: in confirmation, history and audit, whose chain still holds', async () => {
    const given = await world()
    const { giver, hub, place, keeper, director } = given
    await give(given, ['CONFIRM_FACTS', 'EDIT_FACTS'])
    expect(await edit(given, await keeper.at())).toBe('✓')
    const entry = await graph.db.auditEntry.findFirstOrThrow({
      where: { command: 'editFacilityStaff', subjectId: place.id },
    })
    expect(entry).toMatchObject({
      actingKey: `CORPORATION:${hub.id}`,
      behalfKey: `CORPORATION:${giver.id}`,
      behalfName: giver.name,
    })
    expect(entry.audience).toEqual(
      expect.arrayContaining([`corporation:${giver.id}`, `corporation:${hub.id}`]),
    )
    const { facility: seen } = await graph.ask(
      /* GraphQL */ `
        query Seen($id: ID!) {
          facility(id: $id) {
            confirmations(first: 1) {
              nodes {
                block
                onBehalf
                confirmedByRole
                mandate {
                  holderCorporation {
                    name
                  }
                }
              }
            }
            history(first: 1) {
              nodes {
                act {
                  actingName
                  behalfName
                }
              }
            }
          }
        }
      `,
      { viewer: await director.at(), variables: { id: globalId('Facility', place.id) } },
    )
    // Both are entrusted to the hub, so that its correction also confirms.
    expect(seen.confirmations.nodes).toEqual([
      {
        block: 'STAFF',
        onBehalf: true,
        confirmedByRole: 'CORPORATION_ADMIN',
        mandate: { holderCorporation: { name: hub.name } },
      },
    ])
    expect(seen.history.nodes).toEqual([{ act: { actingName: hub.name, behalfName: giver.name } }])
    expect((await verifyAudit(pool)).breaks).toEqual([])
  })

  it('a correction confirms nothing and answers no request where only correcting is entrusted', async () => {
    const given = await world()
    const { place, keeper, secretary, network } = given
    await give(given, ['EDIT_FACTS'])
    const asked = await send('requestConfirmation', await secretary.at(), {
      platformId: globalId('Platform', network.id),
      facilityIds: [globalId('Facility', place.id)],
      blocks: ['STAFF'],
    })
    expect(asked).toBe('✓')
    const open = () =>
      graph.db.confirmationRequest.count({ where: { facilityId: place.id, answeredAt: null } })
    expect(await edit(given, await keeper.at())).toBe('✓')
    expect(await graph.db.facilityConfirmation.count({ where: { facilityId: place.id } })).toBe(0)
    expect(await open()).toBe(1)
    await give(given, ['CONFIRM_FACTS'])
    expect(await edit(given, await keeper.at())).toBe('✓')
    expect(await open()).toBe(0)
    expect(
      await graph.db.confirmationRequestBlock.findFirstOrThrow({
        where: { request: { facilityId: place.id } },
      }),
    ).toMatchObject({ answer: 'EDITED' })
  })

  it('shows the contacts that were not for the network, and lets them be corrected only then', async () => {
    const given = await world()
    const { place, keeper } = given
    await graph.db.facilityContact.create({
      data: {
        facilityId: place.id,
        position: 1,
        roleTitle: '宿直',
        nightPhone: '0000000003',
        audience: 'SECRETARIAT',
      },
    })
    const seen = async () => {
      const answer = await graph.ask(
        'query C($id: ID!) { facility(id: $id) { contacts(first: 5) { totalCount } viewerCan { editContacts { allowed } } } }',
        { viewer: await keeper.at(), variables: { id: globalId('Facility', place.id) } },
      )
      return [answer.facility.contacts.totalCount, answer.facility.viewerCan.editContacts.allowed]
    }
    const write = async () => {
      const { version } = await graph.db.facility.findUniqueOrThrow({ where: { id: place.id } })
      return send('editFacilityContacts', await keeper.at(), {
        facilityId: globalId('Facility', place.id),
        version,
        contacts: [contact],
      })
    }
    await give(given, ['EDIT_FACTS'])
    expect(await seen()).toEqual([0, false])
    expect(await write()).toBe('CONTACTS_NOT_ENTRUSTED')
    await give(given, ['SEE_ALL_CONTACTS'])
    expect(await seen()).toEqual([1, true])
    expect(await write()).toBe('✓')
  })

  it('begins on its first day and gives nothing after its last', async () => {
    const given = await world()
    const { keeper } = given
    expect(await give(given, ['CONFIRM_FACTS'], { startsOn: '2026-11-25', endsOn: '2026-11-26' })).toBe('✓')
    const on = async (days: number) =>
      confirm(given, await keeper.at(daysLater(days)), 'BASIC', daysLater(days))
    expect(await on(1)).toBe('NOT_YOUR_CORPORATION')
    expect(await on(2)).toBe('✓')
    expect(await on(3)).toBe('✓')
    expect(await on(4)).toBe('NOT_YOUR_CORPORATION')
    expect((await keeper.at(daysLater(4))).mandates).toEqual([])
  })

  it.each([
    [['CONFIRM_FACTS'], { startsOn: '2026-11-22' }, 'DAY_IS_OVER'],
    [['CONFIRM_FACTS'], { endsOn: '2026-11-22' }, 'ENDS_BEFORE_START'],
    [[], {}, 'REQUIRED'],
    [['EDIT_FACTS'], { to: 'network' }, 'MANDATE_SECRETARIAT_MAY_ALREADY'],
  ] as const)('%j with %j is refused: %s', async (permissions, more, code) => {
    expect(await give(await world(), permissions, more)).toBe(code)
  })

  it('is not given twice, nor to a network the corporation does not belong to, nor by anybody else', async () => {
    const given = await world()
    const { giver, hub, keeper, secretary, director } = given
    expect(await give(given, ['CONFIRM_FACTS', 'EDIT_FACTS'])).toBe('✓')
    expect(await give(given, ['EDIT_FACTS'])).toBe('MANDATE_HELD_ALREADY')
    const strange = await platform(graph.db)
    const to = (more: object) => ({
      corporationId: globalId('Corporation', giver.id),
      permissions: ['CONFIRM_FACTS'],
      startsOn: '2026-11-23',
      ...more,
    })
    const toStrange = to({ holderPlatformId: globalId('Platform', strange.id) })
    expect(await send('giveMandates', await given.admin.at(), toStrange)).toBe(
      'MANDATE_HOLDER_NOT_YOUR_NETWORK',
    )
    const toHub = to({ holderCorporationId: globalId('Corporation', hub.id) })
    expect(await send('giveMandates', await keeper.at(), toHub)).toBe('NOT_YOUR_MANDATE')
    for (const other of [secretary, director])
      expect(await send('giveMandates', await other.at(), toHub)).toBe('ONLY_ITS_ADMINISTRATOR_ENTRUSTS')
  })
})

describe('what waits', () => {
  it('stands on the holder’s list of things to do, with the corporation it is for', async () => {
    const given = await world()
    await give(given, ['CONFIRM_FACTS'])
    const { todos } = await graph.ask('query T { todos { code params } }', {
      viewer: await given.keeper.at(),
    })
    const theirs = todos
      .map(({ code, params }: { code: string; params: unknown }) => ({
        code,
        params: typeof params === 'string' ? JSON.parse(params) : params,
      }))
      .filter(({ params }: { params: { entrustedBy?: string } }) => params.entrustedBy === given.giver.name)
    // Five blocks of the facility at once, and one of the corporation: neither its contacts nor its rules for contracts.
    expect(theirs).toHaveLength(2)
  })
})
