import { globalId } from '../../../kernel/ids.ts'
import { reaction, type ReactionArguments } from '../../../kernel/jobs/reaction.ts'
import { notify } from '../../notifications/public.ts'
import { TieAnswered, TieEnded, TieProposed, TieRecorded } from '../events.ts'
import { isConfidential } from '../rules/stages.ts'
import { administratorsOf } from '../tie-writing.ts'

/** Nobody is told of what has long been known, for example when a year of data is put in at once. */
const NEWS_DAYS = 7

/**
 * Tells the administrators of the other parties. A notification stays when somebody leaves the office, so that of a
 * confidential tie it says only that there is something to look at.
 */
async function tell(
  { kind }: { kind: string },
  { tx, payload, eventId, at, emit, now }: ReactionArguments<{ readonly tieId: string }>,
  byCorporationId: string | null,
): Promise<void> {
  if (at.getTime() < now.getTime() - NEWS_DAYS * 86_400_000) return
  const tie = await tx.collaborationTie.findUniqueOrThrow({
    where: { id: payload.tieId },
    include: {
      parties: { include: { corporation: { select: { name: true } } } },
      platform: { select: { name: true } },
    },
  })
  const others = tie.parties.filter(({ corporationId }) => corporationId !== byCorporationId)
  const by = tie.parties.find(({ corporationId }) => corporationId === byCorporationId)
  const administrators = await administratorsOf(
    tx,
    others.map(({ corporationId }) => corporationId),
    now,
  )
  const open = !isConfidential(tie.stage)
  await notify(
    { tx, emit, now },
    {
      eventId,
      userIds: administrators.map(({ userId }) => userId),
      ...(open
        ? { kind, params: { by: by?.corporation.name ?? tie.platform?.name ?? '', subject: tie.subject } }
        : { kind: 'collaboration.confidentialNews', params: {} }),
      link: `/network/ties/${globalId('CollaborationTie', tie.id)}`,
    },
  )
}

const proposerOf = async ({ tx, payload }: ReactionArguments<{ readonly tieId: string }>) =>
  (
    await tx.collaborationTie.findUniqueOrThrow({
      where: { id: payload.tieId },
      select: { proposedById: true },
    })
  ).proposedById

reaction(TieProposed, {
  name: 'collaboration.tellOfProposedTie',
  description: 'The administrators of the other parties hear that a tie waits for their answer.',
  run: async (args) => tell({ kind: 'collaboration.tieProposed' }, args, await proposerOf(args)),
})

reaction(TieRecorded, {
  name: 'collaboration.tellOfRecordedTie',
  description:
    'The administrators of the parties hear what the secretariat has recorded of them, and may object.',
  run: (args) => tell({ kind: 'collaboration.tieRecorded' }, args, null),
})

reaction(TieAnswered, {
  name: 'collaboration.tellOfAnsweredTie',
  description: 'The administrators of the other parties hear of an answer.',
  run: (args) => tell({ kind: 'collaboration.tieAnswered' }, args, args.payload.byCorporationId),
})

reaction(TieEnded, {
  name: 'collaboration.tellOfEndedTie',
  description: 'The administrators of the other parties hear that a tie ends.',
  run: (args) => tell({ kind: 'collaboration.tieEnded' }, args, args.payload.byCorporationId),
})
