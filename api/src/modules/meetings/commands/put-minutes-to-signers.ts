import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { contentHash } from '../documents/content-hash.ts'
import { readFacts } from '../documents/read-facts.ts'
import * as events from '../events.ts'
import { announceMinutes, asJson, findMinutes, refuseUnlessDraft } from '../minutes-writing.ts'
import { runMeeting } from '../policy/meetings.ts'

/** 「署名をお願いする」 */
export const putMinutesToSigners = command({
  name: 'putMinutesToSigners',
  description:
    'Secretariat or chair put the minutes of a meeting that is over before its chair and two signers (議事録署名人) who were there; from then on they do not change.',
  input: z.object({
    minutesId: idOf('Minutes').describe('The minutes.'),
    signerIds: z
      .array(idOf('MeetingVoter'))
      .length(2)
      .describe('The two signers beside the chair: voters of the meeting who were there.'),
    version: version(),
  }),
  subject: (tx, { minutesId }, viewer) => findMinutes(tx, minutesId, viewer),
  may: runMeeting,
  async run({ tx, subject, input, emit }) {
    refuseUnlessDraft(subject)
    const meeting = await tx.meeting.findUniqueOrThrow({
      where: { id: subject.meetingId },
      select: {
        state: true,
        form: true,
        chairVoterId: true,
        voters: { select: { id: true, presence: true } },
      },
    })
    if (meeting.state !== 'CLOSED') throw new RuleProblem('MEETING_NOT_OVER', 'The meeting is not over.')
    const [first, second] = input.signerIds
    if (first === second || input.signerIds.some((id) => id === meeting.chairVoterId))
      throw new RuleProblem('SIGNERS_NOT_DIFFERENT', 'Chair and signers have to be three different voters.')
    const wereThere = new Set(
      meeting.voters
        // Whoever left before the end was there; in writing nobody is, and everybody can sign.
        .filter(({ presence }) => presence !== null || meeting.form !== 'ASSEMBLY')
        .map(({ id }) => id),
    )
    if (!input.signerIds.every((id) => wereThere.has(id)))
      throw new RuleProblem('SIGNER_WAS_NOT_THERE', 'A signer has to be a voter who was there.')

    const signers = [
      ...(meeting.chairVoterId ? [{ voterId: meeting.chairVoterId, role: 'CHAIR' as const }] : []),
      ...input.signerIds.map((voterId) => ({ voterId, role: 'SIGNER' as const })),
    ]
    await tx.minutesSigner.deleteMany({ where: { minutesId: subject.id } })
    await tx.minutesSigner.createMany({
      data: signers.map((signer) => ({ ...signer, minutesId: subject.id })),
    })
    const { opening, closing, entries } = await tx.minutes.findUniqueOrThrow({
      where: { id: subject.id },
      include: { entries: true },
    })
    const facts = asJson(await readFacts(tx, subject.meetingId))
    await save(tx.minutes, subject, input.version, {
      facts,
      state: 'SIGNING',
      contentHash: new Uint8Array(contentHash({ facts, opening, entries, closing, signers })),
    })
    announceMinutes(emit, events.MinutesPresented, subject)
    return { minutesId: subject.id }
  },
})
