import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { ConflictProblem, RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { contents } from '../inputs.ts'
import { change, partyOf, record } from '../policy/ties.ts'
import {
  audienceOfTie,
  hearersOf,
  loadTie,
  noted,
  ownPart,
  replaceAmended,
  writeTie,
} from '../tie-writing.ts'

/** 「内容を変える・更新する」 */
export const amendTie = command({
  name: 'amendTie',
  description:
    'A party proposes other terms for a tie that stands; once every party has agreed they replace the old ones from their first day. What the secretariat recorded it corrects by itself.',
  scope: 'collaboration:write',
  input: z.object({
    collaborationTieId: idOf('CollaborationTie').describe('The tie that stands.'),
    version: version(),
    ...contents,
    note: z.string().trim().min(1).max(300).optional().describe('Why it is changed.'),
  }),
  onConstraint: {
    collaboration_tie_amended_once: () =>
      new RuleProblem(
        'ALREADY_BEING_AMENDED',
        'Another change of this tie waits for an answer, or has been made.',
      ),
  },
  subject: (tx, { collaborationTieId }, viewer) => loadTie(tx, collaborationTieId, viewer),
  may: (viewer, subject) => change(viewer, subject.tie, ownPart(subject, viewer) !== undefined),
  auditSubject: () => null,
  auditAudience: (subject) => audienceOfTie(subject),
  async run({ tx, subject: { tie, parties }, input, viewer, now, emit }) {
    if (tie.version !== input.version) throw new ConflictProblem(tie.version)
    const isRecorder = tie.proposedById === null && record(viewer, tie).allowed
    const { stage, platformId } = tie
    const standing = parties
      .filter(({ endsOn }) => endsOn === null)
      .map(({ corporationId, role }) => ({ corporationId, role }))
    const proposedById = isRecorder ? null : partyOf(viewer)
    const made = { stage, platformId, proposedById, parties: standing, amendsId: tie.id }
    const amended = await writeTie(tx, made, input, { viewer, now })
    if (isRecorder) await replaceAmended(tx, tie.id, input.validFrom)
    await noted(tx, tie.id, 'AMENDED', { viewer, now, note: input.note })
    await noted(tx, amended.id, isRecorder ? 'RECORDED' : 'PROPOSED', { viewer, now, note: input.note })
    const hearers = await hearersOf(tx, { ...amended, stage, platformId }, standing, now)
    emit(isRecorder ? events.TieRecorded : events.TieProposed, { tieId: amended.id }, hearers)
    return { collaborationTieId: amended.id }
  },
})
