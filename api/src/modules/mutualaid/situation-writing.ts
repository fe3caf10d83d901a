import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Viewer } from '../../kernel/viewer.ts'

type Line = Pick<
  Prisma.SituationLineUncheckedCreateInput,
  'eventId' | 'at' | 'text' | 'decision' | 'facilityId' | 'correctsId'
>

/** Appends a line, with who wrote it and as whom. */
export const appendLine = async (
  tx: Tx,
  line: Line,
  { viewer, now }: { readonly viewer: Viewer; readonly now: Date },
): Promise<string> => {
  const { id } = await tx.situationLine.create({
    data: { ...line, recordedAt: now, byUserId: viewer.userId, actingName: viewer.acting?.name ?? '' },
    select: { id: true },
  })
  return id
}
