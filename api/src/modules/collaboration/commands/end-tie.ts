import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { change } from '../policy/ties.ts'
import { audienceOfTie, hearersOf, loadTie, noted, ownPart } from '../tie-writing.ts'

/** 「終える」 */
export const endTie = command({
  name: 'endTie',
  description:
    'A party says that a tie ends on a day, and why; it stays in the record as it was. The secretariat ends what it recorded.',
  scope: 'collaboration:write',
  input: z.object({
    collaborationTieId: idOf('CollaborationTie').describe('The tie in question.'),
    version: version(),
    endsOn: day().describe('Its last day.'),
    because: z.string().trim().min(1).max(300).describe('Why, at most 300 characters.'),
  }),
  subject: (tx, { collaborationTieId }, viewer) => loadTie(tx, collaborationTieId, viewer),
  may: (viewer, subject) => change(viewer, subject.tie, ownPart(subject, viewer) !== undefined),
  auditSubject: () => null,
  auditAudience: (subject) => audienceOfTie(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { tie, parties } = subject
    if (input.endsOn < tie.validFrom)
      throw new ValidationProblem([
        { path: ['endsOn'], code: 'ENDS_BEFORE', message: 'ends before it began' },
      ])
    await save(tx.collaborationTie, tie, input.version, {
      validTo: input.endsOn,
      endedBecause: input.because,
    })
    await noted(tx, tie.id, 'ENDED', { viewer, now, note: input.because })
    emit(
      events.TieEnded,
      { tieId: tie.id, byCorporationId: ownPart(subject, viewer)?.corporationId ?? null },
      await hearersOf(tx, tie, parties, now),
    )
    return { collaborationTieId: tie.id }
  },
})
