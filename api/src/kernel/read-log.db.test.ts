import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { contextOf, somebody, testDb } from '../../../tests/support/kernel.ts'
import { logRead } from './read-log.ts'
import { guest } from './viewer.ts'

it('who looked at what stands in the audit', async () => {
  const viewer = await somebody()
  const ids = [randomUUID(), randomUUID()]
  await logRead(await contextOf(viewer), 'Evacuee', ids)
  await logRead(await contextOf(viewer), 'Evacuee', [])

  const db = await testDb()
  const entries = await db.auditEntry.findMany({ where: { actorUserId: viewer.userId } })
  expect(entries).toMatchObject([
    {
      command: 'lookAtPersonalData',
      subjectType: 'Evacuee',
      subjectId: '2 records',
      actingKey: viewer.acting?.key,
      input: { type: 'Evacuee', ids },
    },
  ])
})

it('a guest is never shown what is logged', async () => {
  await expect(logRead(await contextOf(guest), 'Evacuee', [randomUUID()])).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  })
})
