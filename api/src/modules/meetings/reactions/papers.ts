import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Emit } from '../../../kernel/events.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { DocumentChanged } from '../../bulletin/events.ts'
import { notify } from '../../notifications/public.ts'
import { PaperAttached } from '../events.ts'
import { speakersOf } from '../people.ts'
import { isNews } from '../rules/reminding.ts'

interface Act {
  readonly tx: Tx
  readonly emit: Emit
  readonly now: Date
}

interface News {
  readonly eventId: string
  readonly documentId: string
  /** Of this meeting alone; otherwise of every called one before which it lies. */
  readonly meetingId?: string
  readonly kind: 'meetings.paperAdded' | 'meetings.paperRenewed'
}

/** Tells whoever speaks for a voter of a paper, once per meeting, if members can read it and the meeting is on. */
async function tellOfPaper({ tx, emit, now }: Act, { eventId, documentId, meetingId, kind }: News) {
  const meetings = await tx.meeting.findMany({
    where: {
      ...(meetingId === undefined ? {} : { id: meetingId }),
      state: { in: ['NOTICED', 'OPEN'] },
      items: {
        some: {
          state: { in: ['UPCOMING', 'OPEN', 'VOTING'] },
          papers: { some: { documentId, document: { is: { audience: 'MEMBERS', deletedAt: null } } } },
        },
      },
    },
    include: { voters: { select: { id: true } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  if (meetings.length === 0) return
  const { title } = await tx.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { title: true },
  })
  for (const { id, title: meeting, voters } of meetings) {
    const voterIds = voters.map((voter) => voter.id)
    const userIds = await speakersOf(tx, voterIds, dateOf(dayInJapan(now)))
    const link = `/network/meetings/${globalId('Meeting', id)}` as const
    await notify({ tx, emit, now }, { eventId, userIds, kind, params: { meeting, paper: title }, link })
  }
}

reaction(PaperAttached, {
  name: 'meetings.tellOfPaper',
  description: 'Whoever speaks for a voter is told of a paper that was added after the notice.',
  async run({ tx, payload: { meetingId, documentId }, eventId, at, now, emit }) {
    if (!isNews(at, now)) return
    await tellOfPaper({ tx, emit, now }, { eventId, documentId, meetingId, kind: 'meetings.paperAdded' })
  },
})

reaction(DocumentChanged, {
  name: 'meetings.tellOfPaperVersion',
  description:
    'Whoever speaks for a voter is told when a paper of a called meeting gets its file or another version.',
  async run({ tx, payload: { documentId, change }, eventId, at, now, emit }) {
    if (change !== 'VERSION' || !isNews(at, now)) return
    const versions = await tx.documentVersion.count({ where: { documentId, receivedAt: { lte: at } } })
    await tellOfPaper(
      { tx, emit, now },
      {
        eventId,
        documentId,
        ...(versions > 1 ? { kind: 'meetings.paperRenewed' } : { kind: 'meetings.paperAdded' }),
      },
    )
  },
})
