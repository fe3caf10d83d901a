import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { notFound } from '../../../kernel/problems.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { allow } from '../../../kernel/verdict.ts'
import { announceChange } from '../meeting-writing.ts'
import { refuseClosedLink } from '../rules/guest-link.ts'

export const openPaperAsGuest = command({
  name: 'openPaperAsGuest',
  description:
    'An invited body without an account opens a paper of its meeting by its link, while that works; that it has is noted the first time. Only papers for members, in the version that lies there.',
  public: true,
  personal: true,
  withoutSecondFactor: true,
  secret: ['token'],
  input: z.object({
    token: z.string().min(1).max(200).describe('The secret from the link.'),
    documentVersionId: z.uuid().describe('The version.'),
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
  async run({ tx, subject: { id, meeting, ...guest }, input: { documentVersionId }, now, emit }) {
    refuseClosedLink(guest, meeting, now)
    const paper = await tx.agendaPaper.findFirst({
      where: {
        item: { is: { meetingId: meeting.id, state: { notIn: ['WITHDRAWN', 'CARRIED_OVER'] } } },
        document: {
          is: { audience: 'MEMBERS', deletedAt: null, versions: { some: { id: documentVersionId } } },
        },
      },
      select: { document: { select: { latestNumber: true } } },
    })
    const version = await tx.documentVersion.findUnique({
      where: { id: documentVersionId },
      select: { number: true },
    })
    if (!paper || version?.number !== paper.document.latestNumber) throw notFound()
    const { count } = await tx.guestPaperReading.createMany({
      data: [{ guestId: id, versionId: documentVersionId, openedAt: now }],
      skipDuplicates: true,
    })
    if (count > 0) announceChange(emit, meeting, ['MeetingGuest', id])
    return { documentVersionId }
  },
})
