import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { ConflictProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import * as policy from '../policy.ts'

/** 「改正案を取りやめる」 */
export const dropRulebookDraft = command({
  name: 'dropRulebookDraft',
  description: 'The secretariat or the chair drops a draft; versions that were adopted stay.',
  input: z.object({
    rulebookVersionId: idOf('RulebookVersion').describe('The draft, of one’s own network.'),
    version: version(),
  }),
  subject: (tx, { rulebookVersionId }, viewer) =>
    tx.rulebookVersion.findFirst({
      where: { AND: [{ id: rulebookVersionId }, policy.visibleTo(viewer)] },
      select: { id: true, platformId: true, effectiveOn: true, version: true },
    }),
  may: policy.changeDraft,
  async run({ tx, subject: { id, platformId, version: current }, input, emit }) {
    const { count } = await tx.rulebookVersion.deleteMany({
      where: { id, version: input.version, effectiveOn: null },
    })
    if (count === 0) throw new ConflictProblem(current)
    emit(
      events.RulebookDraftChanged,
      { platformId, rulebookVersionId: id },
      {
        audience: [`platform:${platformId}`],
        entities: [globalId('Platform', platformId), globalId('RulebookVersion', id)],
      },
    )
    return { platformId }
  },
})
