import { z } from 'zod'
import { command, runCommand, type CommandContext } from './command.ts'
import { allow } from './verdict.ts'

/** An act like any other, so that whoever looked at personal data stands in the same chain as whoever changed it. */
const lookAtPersonalData = command({
  name: 'lookAtPersonalData',
  description: 'A person looks at personal data whose reading is logged.',
  personal: true,
  withoutSecondFactor: true,
  scope: 'personal:read',
  input: z.object({
    type: z.string().describe('What was looked at, e.g. Evacuee.'),
    ids: z.array(z.string()).min(1).describe('Keys of the records.'),
  }),
  subject: (_tx, { type, ids }) => ({ type, ids }),
  may: () => allow,
  run: async () => ({}),
  auditSubject: (_result, { type, ids }) => ({
    type,
    id: ids.length === 1 ? (ids[0] ?? '') : `${ids.length} records`,
  }),
})

/** Logs that the viewer has been shown these records. Await it before the answer is given: no log, no data. */
export async function logRead(context: CommandContext, type: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await runCommand(lookAtPersonalData, { type, ids }, context)
}
