import { verifyPassword } from 'better-auth/crypto'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { systemClock } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import { createDb } from '../../../kernel/db.ts'
import { guest, systemViewer } from '../../../kernel/viewer.ts'
import { appointFirstOperator } from './appoint-first-operator.ts'

const db = createDb(await freshDatabase())
const context = { db, clock: systemClock, requestId: null }
const person = { email: 'hajime@example.com', name: '見本 はじめ', password: 'mihon no saisho' }

it('opens the first account of an installation, and no second', async () => {
  await expect(runCommand(appointFirstOperator, person, { ...context, viewer: guest })).rejects.toMatchObject(
    {
      extensions: { code: 'UNAUTHENTICATED' },
    },
  )
  const { userId } = await runCommand(appointFirstOperator, person, { ...context, viewer: systemViewer })

  const account = await db.account.findFirstOrThrow({ where: { userId } })
  expect(await verifyPassword({ hash: account.password ?? '', password: person.password })).toBe(true)
  const roles = await db.roleAssignment.findMany({ where: { userId } })
  expect(roles.map(({ role, endsOn }) => [role, endsOn])).toEqual([['SYSTEM_OPERATOR', null]])
  const entry = await db.auditEntry.findFirstOrThrow({ where: { command: 'appointFirstOperator' } })
  expect(JSON.stringify(entry.input)).not.toContain(person.password)

  const second = { ...person, email: 'tsugi@example.com' }
  await expect(
    runCommand(appointFirstOperator, second, { ...context, viewer: systemViewer }),
  ).rejects.toMatchObject({ code: 'OPERATOR_EXISTS' })
  expect(await db.user.count()).toBe(1)
})
