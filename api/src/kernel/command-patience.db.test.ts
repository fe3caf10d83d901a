import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openTestGraph, TODAY } from '../../../tests/support/graph.ts'
import { command, runCommand } from './command.ts'
import { allow } from './verdict.ts'
import { systemViewer } from './viewer.ts'

const slow = (name: string, patience: number) =>
  command({
    name,
    description: 'Takes longer than a second.',
    patience,
    input: z.object({}),
    subject: () => ({}),
    may: () => allow,
    async run({ tx }) {
      await tx.$executeRaw`select pg_sleep(1.2)`
      return { municipalities: await tx.municipality.count() }
    },
  })

it('gives a command the time it says it needs, and no more', async () => {
  const { db } = await openTestGraph()
  const context = { db, viewer: systemViewer, clock: { now: () => TODAY }, requestId: null }
  const [hasty, patient] = [`hasty${randomUUID()}`, `patient${randomUUID()}`]
  await expect(runCommand(slow(hasty, 1), {}, context)).rejects.toMatchObject({ code: 'P2028' })
  await expect(runCommand(slow(patient, 60), {}, context)).resolves.toEqual({
    municipalities: expect.any(Number),
  })
  expect(await db.auditEntry.count({ where: { command: hasty } })).toBe(0)
  expect(await db.auditEntry.count({ where: { command: patient } })).toBe(1)
})
