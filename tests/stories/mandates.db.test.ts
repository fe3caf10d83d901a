import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateOf, dayInJapan } from '../../api/src/kernel/clock.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { systemViewer, type Viewer } from '../../api/src/kernel/viewer.ts'
import { verifyAudit } from '../../api/src/kernel/audit-verify.ts'
import { loadAccount } from '../../api/src/modules/identity/viewer/account.ts'
import { takeSeat } from '../../api/src/modules/identity/viewer/viewer-of.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { endMandatesWithoutMembership } from '../../api/src/modules/registry/commands/end-mandates-without-membership.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { testDatabase } from '../support/database.ts'
import { contact } from '../support/facility-world.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'

// A corporation entrusts a hub corporation and its network's secretariat. Who they are is loaded as for a real session.

let graph: TestGraph
let pool: pg.Pool
beforeAll(async () => {
  graph = await openTestGraph()
  pool = new pg.Pool({ connectionString: (await testDatabase()).url, max: 2 })
})
afterAll(() => pool.end())

const A_YEAR = 366 * 86_400_000

type Role = 'CORPORATION_ADMIN' | 'PLATFORM_SECRETARIAT' | 'CORPORATION_REPORTER' | 'FACILITY_DIRECTOR'

/** A person with a session in which a second factor was passed. */
async function person(role: Role, on: object) {
  const token = randomUUID()
  const user = await graph.db.user.create({
    data: {
      name: '見本 花子',
      email: `${randomUUID()}@mihon.example`,
      sample: true,
      roles: { create: { role, ...on, startsOn: dateOf('2020-04-01') } },
      sessions: { create: { token, expiresAt: new Date(TODAY.getTime() + A_YEAR), secondFactor: true } },
    },
  })
  /** As the person is seen at a moment. */
  const at = async (now = TODAY): Promise<Viewer> => {
    const day = dayInJapan(now)
    const account = await loadAccount(pool, { session: token }, now, day)
    if (!account) throw new Error('The session is gone.')
    return takeSeat(account, null, dateOf(day))
  }
  return { id: user.id, at }
}

async function world() {
  const { db } = graph
  const giver = await corporation(db)
  const hub = await corporation(db)
  const place = await facility(db, { corporationId: giver.id })
  const network = await platform(db)
  const member = await membership(db, { platformId: network.id, corporationId: giver.id })
  return {
    giver,
    hub,
    place,
    network,
    member,
    admin: await person('CORPORATION_ADMIN', { corporationId: giver.id }),
    director: await person('FACILITY_DIRECTOR', { facilityId: place.id }),
    keeper: await person('CORPORATION_ADMIN', { corporationId: hub.id }),
    reporter: await person('CORPORATION_REPORTER', { corporationId: hub.id }),
    secretary: await person('PLATFORM_SECRETARIAT', { platformId: network.id }),
  }
}
type World = Awaited<ReturnType<typeof world>>

async function send(name: string, viewer: Viewer, input: object, now = TODAY) {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  const { data, errors } = await graph.request(
    /* GraphQL */ `mutation Send($input: ${Name}Input!) {
      ${name}(input: $input) { __typename ... on ValidationProblem { issues { path code } } ... on Problem { code } }
    }`,
    { viewer, variables: { input }, now },
  )
  const [error] = errors ?? []
  if (error) return String(error.extensions.reason ?? error.extensions.code)
  const answer = data[name]
  if (answer.__typename.endsWith('Payload')) return '✓'
  return String(answer.issues?.[0]?.code ?? answer.code)
}

type Permission = 'CONFIRM_FACTS' | 'EDIT_FACTS' | 'SEE_ALL_CONTACTS'
const give = async (
  { giver, hub, network, admin }: World,
  permissions: readonly Permission[],
  { to = 'hub', now = TODAY, ...more }: { to?: 'hub' | 'network'; now?: Date; [key: string]: unknown } = {},
) =>
  send(
    'giveMandates',
    await admin.at(now),
    {
      corporationId: globalId('Corporation', giver.id),
      ...(to === 'hub'
        ? { holderCorporationId: globalId('Corporation', hub.id) }
        : { holderPlatformId: globalId('Platform', network.id) }),
      permissions,
      startsOn: dayInJapan(now),
      ...more,
    },
    now,
  )

const confirm = async ({ place }: World, viewer: Viewer, block: string | undefined = 'BASIC', now = TODAY) =>
  send('confirmFacilityUnchanged', viewer, { facilityId: globalId('Facility', place.id), block }, now)

const edit = async ({ place }: World, viewer: Viewer, now = TODAY) => {
  const { version } = await graph.db.facility.findUniqueOrThrow({ where: { id: place.id } })
  return send(
    'editFacilityStaff',
    viewer,
    {
      facilityId: globalId('Facility', place.id),
      version,
      qualifications: [{ id: null, qualification: `介護福祉士${randomUUID().slice(0, 4)}`, count: 3 }],
    },
    now,
  )
}

const mandateOf = ({ giver }: World, permission: Permission) =>
  graph.db.mandate.findFirstOrThrow({
    where: { corporationId: giver.id, permission },
    orderBy: { createdAt: 'desc' },
  })

async function preview(given: World, permission: Permission, viewer: Viewer, now = TODAY) {
  const { id } = await mandateOf(given, permission)
  const { mandateEndPreview } = await graph.ask(
    /* GraphQL */ `
      query Preview($id: ID!) {
        mandateEndPreview(mandateId: $id) {
          key
          hiddenContacts
          contactsOutOfReach
          confirmed
          work {
            kind
            facilityName
            block
            on
            network
            ownPeople
          }
        }
      }
    `,
    { viewer, variables: { id: globalId('Mandate', id) }, now },
  )
  return mandateEndPreview
}

const endIt = async (given: World, permission: Permission, viewer: Viewer, previewKey: string, now = TODAY) =>
  send(
    'endMandate',
    viewer,
    { mandateId: globalId('Mandate', (await mandateOf(given, permission)).id), previewKey },
    now,
  )

const daysLater = (days: number): Date => new Date(TODAY.getTime() + days * 86_400_000)

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
      if (ends === giver) expect(await confirm(given, await keeper.at())).toBe('NOT_YOUR_CORPORATION')
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
    // Five blocks of the facility, and one of the corporation: neither its contacts nor its rules for contracts.
    expect(theirs).toHaveLength(6)
  })
})
