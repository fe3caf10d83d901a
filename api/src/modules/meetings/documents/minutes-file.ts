import type { Db } from '../../../kernel/db.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { minutesVisibleTo } from '../policy/minutes.ts'
import type { MinutesFacts } from '../rules/minutes-facts.ts'
import { minutesPaper } from '../rules/minutes-paper.ts'
import { typeset } from './typeset.ts'

/** The minutes the viewer sees, as a PDF; null if there are none. Once locked, they are the same to the last byte. */
export async function minutesFile(
  { db, viewer }: { readonly db: Db; readonly viewer: Viewer },
  minutesId: string,
): Promise<{ readonly name: string; readonly pdf: Buffer } | null> {
  const minutes = await db.minutes.findFirst({
    where: { AND: [{ id: minutesId }, minutesVisibleTo(viewer)] },
    include: {
      entries: true,
      signers: {
        include: { voter: { select: { name: true } } },
        orderBy: [{ role: 'asc' }, { voter: { position: 'asc' } }, { id: 'asc' }],
      },
    },
  })
  if (!minutes) return null
  const facts = minutes.facts as unknown as MinutesFacts
  const paper = minutesPaper({
    ...minutes,
    facts,
    contentHash: minutes.contentHash && Buffer.from(minutes.contentHash).toString('hex'),
    signers: minutes.signers.map(({ voter, ...signer }) => ({ ...signer, name: voter.name })),
  })
  return { name: `${facts.label}-議事録.pdf`, pdf: typeset('minutes.typ', paper) }
}
