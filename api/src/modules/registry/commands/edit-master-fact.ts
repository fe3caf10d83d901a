import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { text } from '../corporation-inputs.ts'
import * as events from '../events.ts'
import { editMasterFact as mayEdit } from '../policy/corporation.ts'
import { readLines } from '../rules/master-facts.ts'

export const editMasterFact = command({
  name: 'editMasterFact',
  description:
    'The system operator corrects a list of the state’s that the registry computes with; a corrected list counts as unconfirmed until its source is given.',
  input: z.object({
    masterFactId: idOf('MasterFact').describe('The list of the state’s.'),
    version: version(),
    title: text(60).describe('What it is, at most 60 characters.'),
    lines: z.array(z.string().max(200)).max(200).describe('The entries, one a line.'),
    validFrom: day().describe('First day on which it counts.'),
    validTo: day().nullable().describe('Last day; null while it counts.'),
  }),
  // Every corporation is derived anew.
  patience: 120,
  subject: (tx, { masterFactId }) => tx.masterFact.findUnique({ where: { id: masterFactId } }),
  may: mayEdit,
  onConstraint: {
    master_fact_ends_after_start: () =>
      new RuleProblem('MASTER_FACT_ENDS_BEFORE_START', 'The last day is before the first.'),
    master_fact_key_valid_from_key: () =>
      new RuleProblem('MASTER_FACT_TWICE', 'There is a list of this kind from this day already.'),
  },
  async run({ tx, subject, input, emit }) {
    const { title, lines, validFrom, validTo } = input
    const { entries, wrong } = readLines(subject.key, lines)
    if (wrong.length > 0 || entries.length === 0)
      throw new ValidationProblem([
        { path: ['lines'], code: 'LINE_UNREADABLE', message: `no entry: line ${wrong.join(', ') || '1'}` },
      ])
    await save(tx.masterFact, subject, input.version, {
      title,
      value: entries,
      validFrom,
      validTo,
      confirmed: false,
    })
    emit(
      events.MasterFactEdited,
      { masterFactId: subject.id, confirmed: false },
      { audience: ['public'], entities: [globalId('MasterFact', subject.id)] },
    )
    return { masterFactId: subject.id }
  },
})
