import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { enumOf, version } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { optionalText, text } from '../corporation-inputs.ts'
import { announceEdit, findCorporation, refuseEnded } from '../corporation-writing.ts'
import { editProcurementLimits as mayEdit } from '../policy/corporation.ts'
import { issuesOfLimits } from '../rules/procurement.ts'

const method = enumOf('ProcurementMethod', 'How a corporation buys up to an amount.', {
  DIRECT: '随意契約 with one quote.',
  QUOTES: '随意契約 after several quotes were compared.',
  TENDER: '競争入札: bids are invited.',
})

const limit = z.object({
  upToYen: z
    .bigint()
    .positive()
    .max(999_999_999_999n)
    .nullable()
    .default(null)
    .describe('Yen including tax up to which the line counts; null for the last line, which has no limit.'),
  method: method.describe('How it buys.'),
  quotes: z
    .int()
    .min(2)
    .max(20)
    .nullable()
    .default(null)
    .describe('Quotes to be gathered, two at least; only for QUOTES.'),
  approver: text(40).describe('Who decides, by title, e.g. 理事長, 施設長.'),
  clause: optionalText(60).describe('Clause of the corporation’s own rule; null if not given.'),
})

export const editProcurementLimits = command({
  name: 'editProcurementLimits',
  description:
    'A corporation’s administrator writes down its own 経理規程: up to which amount it buys how, and who decides. ' +
    'Amounts rise from line to line and the last line has no limit.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('The own corporation.'),
    version: version(),
    limits: z.array(limit).max(10).describe('The whole rule, the smallest amounts first; at most 10 lines.'),
  }),
  subject: (tx, { corporationId }, _viewer, now) => findCorporation(tx, corporationId, now),
  may: mayEdit,
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseEnded(subject)
    const { corporationId } = input
    // Only a comparison has a number of quotes.
    const limits = input.limits.map((line) => ({
      ...line,
      quotes: line.method === 'QUOTES' ? line.quotes : null,
    }))
    const issues = issuesOfLimits(limits)
    if (issues.length > 0) throw new ValidationProblem(issues)
    await save(tx.corporation, subject, input.version, {})
    const standing = await tx.procurementLimit.findMany({
      where: { corporationId },
      orderBy: { position: 'asc' },
    })
    for (const [n, data] of limits.entries()) {
      const current = standing[n]
      if (current) await save(tx.procurementLimit, current, current.version, { ...data, position: n + 1 })
      else await tx.procurementLimit.create({ data: { ...data, corporationId, position: n + 1 } })
    }
    const gone = standing.slice(limits.length).map(({ id }) => id)
    await tx.procurementLimit.deleteMany({ where: { id: { in: gone } } })
    await announceEdit({ tx, viewer, now, emit }, subject, 'PROCUREMENT')
    return { corporationId }
  },
})
