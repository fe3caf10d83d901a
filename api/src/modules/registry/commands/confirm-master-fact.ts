import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { text } from '../corporation-inputs.ts'
import * as events from '../events.ts'
import { editMasterFact } from '../policy/corporation.ts'

export const confirmMasterFact = command({
  name: 'confirmMasterFact',
  description: 'The system operator has checked a list of the state’s against the source that is named.',
  input: z.object({
    masterFactId: idOf('MasterFact').describe('The list of the state’s.'),
    version: version(),
    source: text(200).describe('Where it stands: law or issuer, title, day. At most 200 characters.'),
  }),
  subject: (tx, { masterFactId }) => tx.masterFact.findUnique({ where: { id: masterFactId } }),
  may: editMasterFact,
  async run({ tx, subject, input, emit }) {
    await save(tx.masterFact, subject, input.version, { source: input.source, confirmed: true })
    emit(
      events.MasterFactEdited,
      { masterFactId: subject.id, confirmed: true },
      { audience: ['public'], entities: [globalId('MasterFact', subject.id)] },
    )
    return { masterFactId: subject.id }
  },
})
