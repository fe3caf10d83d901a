import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { findMinutes } from '../minutes-writing.ts'
import { runMeeting } from '../policy/meetings.ts'

/** 「署名の前に戻す」 */
export const takeMinutesBack = command({
  name: 'takeMinutesBack',
  description:
    'Secretariat or chair take minutes back that not all have signed, with a reason; signatures given until then are void, and the signers are told.',
  input: z.object({
    minutesId: idOf('Minutes').describe('The minutes.'),
    reason: line(300).describe('Why; 1 to 300 characters. The signers read it.'),
    version: version(),
  }),
  subject: (tx, { minutesId }, viewer) => findMinutes(tx, minutesId, viewer),
  may: runMeeting,
  async run({ tx, subject, input, emit }) {
    if (subject.state === 'LOCKED')
      throw new RuleProblem('MINUTES_ARE_LOCKED', 'All have signed; nothing changes any more.')
    if (subject.state === 'DRAFT')
      throw new RuleProblem('MINUTES_NOT_BEFORE_SIGNERS', 'The minutes are not before their signers.')
    await save(tx.minutes, subject, input.version, { state: 'DRAFT', contentHash: null })
    const signers = await tx.minutesSigner.findMany({ where: { minutesId: subject.id } })
    await tx.minutesSigner.updateMany({
      where: { minutesId: subject.id },
      data: {
        signedName: null,
        signedAt: null,
        signedByUserId: null,
        contentHash: null,
        version: { increment: 1 },
      },
    })
    const { id: minutesId, meetingId, platformId } = subject
    emit(
      events.MinutesWithdrawn,
      {
        minutesId,
        meetingId,
        platformId,
        voterIds: signers.map(({ voterId }) => voterId),
        voidedIds: signers.filter(({ signedAt }) => signedAt !== null).map(({ voterId }) => voterId),
      },
      {
        audience: [`platform:${platformId}`],
        entities: [globalId('Minutes', minutesId), globalId('Meeting', meetingId)],
      },
    )
    return { minutesId }
  },
})
