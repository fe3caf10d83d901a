import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { allow } from '../../../kernel/verdict.ts'
import { guestAnswer, paragraphs } from '../inputs.ts'
import { announceChange } from '../meeting-writing.ts'
import { refuseClosedLink } from '../rules/guest-link.ts'

/** 「招待に答える」 */
export const answerAsGuest = command({
  name: 'answerAsGuest',
  description:
    'An invited body without an account says by its link whether and with how many people it comes; until the meeting begins it can change that.',
  public: true,
  personal: true,
  withoutSecondFactor: true,
  secret: ['token', 'message'],
  input: z.object({
    token: z.string().min(1).max(200).describe('The secret from the link.'),
    answer: guestAnswer.describe('Whether it comes.'),
    people: z.int().min(0).max(99).nullable().describe('How many people come; null if it has not said.'),
    message: paragraphs(500).describe('What it wants to say with it; empty if nothing.'),
  }),
  subject: (tx, { token }) =>
    tx.meetingGuest.findUnique({
      where: { tokenHash: hashOfSecret(token) },
      include: { meeting: true },
    }),
  // The secret of the link is the right to use it.
  may: () => allow,
  auditSubject: (_result, guest) => ({ type: 'MeetingGuest', id: guest.id }),
  auditAudience: ({ meeting }) => [`platform:${meeting.platformId}`],
  async run({ tx, subject: { id, meeting, ...guest }, input, now, emit }) {
    refuseClosedLink(guest, meeting, now)
    await tx.meetingGuest.update({
      where: { id },
      data: {
        answer: input.answer,
        people: input.people,
        message: input.message || null,
        answeredAt: now,
        version: { increment: 1 },
      },
    })
    announceChange(emit, meeting, ['MeetingGuest', id])
    return { answered: true }
  },
})
