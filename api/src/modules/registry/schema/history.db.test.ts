import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { corporation, facility } from '../fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const HISTORY = `query ($id: ID!) {
  facility(id: $id) {
    history(first: 20) {
      totalCount
      nodes {
        record recordId kind title validFrom validTo
        changes { field kind before { value name erased } after { value name erased } }
        act { at command actingName actor { name } }
      }
    }
  }
}`

const person = () =>
  graph.db.user.create({ data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true } })

/** A facility whose corporation is a member of a network. */
async function memberFacility() {
  const { id: corporationId } = await corporation(graph.db)
  const network = await graph.db.platform.create({
    data: { name: `見本${randomUUID()}`, kind: 'OTHER', sample: true },
  })
  await graph.db.platformMembership.create({
    data: { platformId: network.id, corporationId, position: 1, startsOn: new Date('2026-04-01') },
  })
  const place = await facility(graph.db, { corporationId, capacity: 50 })
  return { corporationId, facilityId: place.id, platformId: network.id, name: place.name }
}

describe('the history of a facility', () => {
  it('tells what changed, newest first, with what stood before and what references were called', async () => {
    const { facilityId, corporationId } = await memberFacility()
    await graph.db.municipality.upsert({
      where: { code: '062022' },
      create: { code: '062022', name: '米沢市', prefecture: '山形県' },
      update: {},
    })
    const data = { capacity: 54, municipalityCode: '062022', openedOn: new Date('2001-04-01') }
    await graph.db.facility.update({ where: { id: facilityId }, data })
    await graph.db.facility.update({ where: { id: facilityId }, data: { version: { increment: 1 } } })

    const { facility: found } = await graph.ask(HISTORY, {
      variables: { id: globalId('Facility', facilityId) },
    })
    expect(found.history.totalCount).toBe(2)
    const [changed, created] = found.history.nodes
    const side = (value: string | null, name: string | null = null) => ({ value, name, erased: false })
    expect(changed).toMatchObject({
      record: 'FACILITY',
      recordId: globalId('Facility', facilityId),
      kind: 'CHANGED',
      validTo: null,
      changes: [
        {
          field: 'municipalityCode',
          kind: 'REFERENCE',
          before: side('062014', '山形市'),
          after: side('062022', '米沢市'),
        },
        { field: 'capacity', kind: 'NUMBER', before: side('50'), after: side('54') },
        { field: 'openedOn', kind: 'DAY', before: side(null), after: side('2001-04-01') },
      ],
    })
    expect(created).toMatchObject({ kind: 'CREATED', validTo: changed.validFrom })
    const corporationSet = created.changes.find(({ field }: { field: string }) => field === 'corporationId')
    expect(corporationSet.before).toBeNull()
    expect(corporationSet.after).toMatchObject({
      value: corporationId,
      name: expect.stringContaining('見本'),
    })
    expect(created.changes.map(({ field }: { field: string }) => field)).not.toContain('fax')
  })

  it('is one statement, however many revisions there are', async () => {
    const { facilityId } = await memberFacility()
    for (const capacity of [51, 52, 53]) {
      await graph.db.facility.update({ where: { id: facilityId }, data: { capacity } })
    }
    const statements = graph.countStatements()
    await graph.ask(HISTORY, { variables: { id: globalId('Facility', facilityId) } })
    expect(statements.end()).toBe(1)
  })

  it('shows contacts to those who see the contact, and those for the secretariat to fewer', async () => {
    const { facilityId, corporationId, platformId } = await memberFacility()
    const contact = { facilityId, roleTitle: '施設長', dayPhone: '000-000-0001' }
    await graph.db.facilityContact.create({ data: { ...contact, position: 1 } })
    const secret = await graph.db.facilityContact.create({
      data: {
        ...contact,
        position: 2,
        roleTitle: '理事長',
        nightPhone: '000-000-0002',
        audience: 'SECRETARIAT',
      },
    })
    // Opened to everybody later: what stood while it was not stays closed, in both directions.
    await graph.db.facilityContact.update({
      where: { id: secret.id },
      data: { audience: 'NETWORK', nightPhone: '000-000-0003' },
    })
    const { id: userId } = await person()
    const titles = async (viewer?: ReturnType<typeof viewerActingAs>) => {
      const variables = { id: globalId('Facility', facilityId) }
      const { facility: found } = await graph.ask(HISTORY, { variables, ...(viewer ? { viewer } : {}) })
      return found.history.nodes
        .filter(({ record }: { record: string }) => record === 'FACILITY_CONTACT')
        .map(({ title, kind }: { title: string; kind: string }) => `${title} ${kind}`)
        .toSorted()
    }
    const all = ['施設長 CREATED', '理事長 CHANGED', '理事長 CREATED']
    const shared = ['施設長 CREATED']
    const other = randomUUID()
    const platformIds = [platformId]
    expect(await titles()).toEqual([])
    expect(await titles(viewerActingAs(userId, 'SYSTEM_OPERATOR'))).toEqual([])
    expect(await titles(viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId: other }))).toEqual([])
    expect(
      await titles(viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId: other, platformIds })),
    ).toEqual(shared)
    expect(
      await titles(
        viewerActingAs(userId, 'FACILITY_STAFF', { corporationId, facilityId: other, platformIds }),
      ),
    ).toEqual(shared)
    for (const viewer of [
      viewerActingAs(userId, 'FACILITY_DIRECTOR', { corporationId, facilityId, platformIds }),
      viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId, platformIds }),
      viewerActingAs(userId, 'PLATFORM_SECRETARIAT', { platformId, platformIds }),
    ])
      expect(await titles(viewer)).toEqual(all)
  })

  it('shows how everything stood at the end of a day', async () => {
    const { facilityId } = await memberFacility()
    const item = await graph.db.facilityEquipment.create({
      data: { facilityId, item: '自家発電機', state: 'UNKNOWN', position: 1 },
    })
    await graph.db.facilityEquipment.update({ where: { id: item.id }, data: { state: 'YES' } })
    await graph.db.facilityEquipment.delete({ where: { id: item.id } })
    // What happened is moved to days of its own.
    const revisions = await graph.db.registryRevision.findMany({
      where: { recordId: item.id },
      orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
    })
    const days = ['2026-04-01', '2026-05-01', '2026-06-01'].map((day) => new Date(`${day}T03:00:00Z`))
    for (const [n, { id, kind }] of revisions.entries()) {
      const [validFrom, next] = [days[n] as Date, days[n + 1]]
      const validTo = kind === 'REMOVED' ? validFrom : (next ?? null)
      await graph.db.registryRevision.update({ where: { id }, data: { validFrom, validTo } })
    }
    const on = async (asOf: string) => {
      const { facility: found } = await graph.ask(
        `query ($id: ID!, $asOf: Date!) { facility(id: $id) { standing(asOf: $asOf, records: [FACILITY_EQUIPMENT], first: 10) {
          nodes { title values { field value } } } } }`,
        { variables: { id: globalId('Facility', facilityId), asOf } },
      )
      return found.standing.nodes.map(
        ({ values }: { values: { field: string; value: string }[] }) =>
          values.find(({ field }) => field === 'state')?.value,
      )
    }
    expect(await on('2026-03-31')).toEqual([])
    expect(await on('2026-04-01')).toEqual(['UNKNOWN'])
    expect(await on('2026-04-30')).toEqual(['UNKNOWN'])
    expect(await on('2026-05-01')).toEqual(['YES'])
    expect(await on('2026-06-01')).toEqual([])
  })
})
