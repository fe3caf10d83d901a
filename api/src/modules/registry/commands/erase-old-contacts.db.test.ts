import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { runCommand } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, systemViewer } from '../../../kernel/viewer.ts'
import { corporation, facility } from '../fixtures.ts'
import { eraseOldContacts } from './erase-old-contacts.ts'

const graph = await openTestGraph()

it('takes names and numbers out of what ended more than a year ago, and nothing else', async () => {
  const { db } = graph
  const { id: corporationId } = await corporation(db)
  const { id: facilityId } = await facility(db, { corporationId })
  const { id: userId } = await db.user.create({
    data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
  })
  const director = viewerActingAs(userId, 'FACILITY_DIRECTOR', { corporationId, facilityId })
  const contact = {
    id: null as string | null,
    roleTitle: '施設長',
    personName: '見本 三郎',
    personKana: null,
    dayPhone: '000-000-0001',
    nightPhone: null,
    email: null,
    backupName: null,
    backupPhone: null,
    sinceOn: null,
    audience: 'NETWORK',
  }
  const write = (version: number, contacts: object[]) =>
    send(
      graph,
      'editFacilityContacts',
      { facilityId: globalId('Facility', facilityId), version, contacts },
      { viewer: director },
    )
  await write(1, [contact])
  const [row] = await db.facilityContact.findMany({ where: { facilityId } })
  const id = globalId('FacilityContact', row?.id ?? '')
  await write(2, [{ ...contact, id, personName: '見本 花子' }])
  await write(3, [{ ...contact, id, personName: '見本 花子', nightPhone: '000-000-0002' }])

  // Three revisions: the first ended long ago, the second lately, the third stands.
  const revisions = await db.registryRevision.findMany({
    where: { recordId: row?.id ?? '' },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  const days = ['2024-04-01', '2025-10-01', '2026-06-01'].map((day) => new Date(`${day}T03:00:00Z`))
  for (const [n, revision] of revisions.entries())
    await db.registryRevision.update({
      where: { id: revision.id },
      data: { validFrom: days[n] as Date, validTo: days[n + 1] ?? null },
    })
  const context = { db, clock: { now: () => TODAY }, requestId: null }
  await expect(
    runCommand(eraseOldContacts, {}, { ...context, viewer: { ...guest, userId } }),
  ).rejects.toThrow('SYSTEM_ONLY')
  await runCommand(eraseOldContacts, {}, { ...context, viewer: systemViewer })

  const after = await db.registryRevision.findMany({
    where: { recordId: row?.id ?? '' },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  const [first, second, third] = after
  expect(first?.content).toMatchObject({ role_title: '施設長' })
  expect(JSON.stringify(first)).not.toMatch(/三郎|000-000-0001/)
  // The second began when the first ended: what stood before it is erased, what it says itself is not.
  expect(JSON.stringify(second?.before)).not.toMatch(/三郎/)
  expect(second?.content).toMatchObject({ person_name: '見本 花子', day_phone: '000-000-0001' })
  expect(second?.changed).toEqual(['person_name'])
  expect(third?.content).toMatchObject({ night_phone: '000-000-0002' })
  expect(await db.facilityContact.findMany({ where: { facilityId } })).toMatchObject([
    { personName: '見本 花子' },
  ])

  const document = `query ($id: ID!) { facility(id: $id) { history(first: 10, records: [FACILITY_CONTACT]) { nodes {
    changes { field before { value erased } after { value erased } } } } } }`
  const { facility: found } = await graph.ask(document, {
    viewer: director,
    variables: { id: globalId('Facility', facilityId) },
  })
  expect(found.history.nodes[1].changes).toEqual([
    {
      field: 'personName',
      before: { value: null, erased: true },
      after: { value: '見本 花子', erased: false },
    },
  ])
})
