import type { Readable } from 'node:stream'
import type { Db, Tx } from '../../../kernel/db.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { storedFile } from '../../bulletin/public.ts'
import { minutesVisibleTo } from '../policy/minutes.ts'
import type { MinutesFacts } from '../rules/minutes-facts.ts'
import { minutesPaper } from '../rules/minutes-paper.ts'
import { typeset } from './typeset.ts'

/** Minutes on paper as they stand now, whoever may see them. */
export async function setMinutes(
  db: Db | Tx,
  minutesId: string,
): Promise<{ readonly title: string; readonly name: string; readonly pdf: Buffer }> {
  const minutes = await db.minutes.findUniqueOrThrow({
    where: { id: minutesId },
    include: {
      entries: true,
      signers: {
        include: { voter: { select: { name: true } } },
        orderBy: [{ role: 'asc' }, { voter: { position: 'asc' } }, { id: 'asc' }],
      },
    },
  })
  const facts = minutes.facts as unknown as MinutesFacts
  const paper = minutesPaper({
    ...minutes,
    facts,
    contentHash: minutes.contentHash && Buffer.from(minutes.contentHash).toString('hex'),
    signers: minutes.signers.map(({ voter, ...signer }) => ({ ...signer, name: voter.name })),
  })
  return {
    title: `${facts.label} 議事録`,
    name: `${facts.label}-議事録.pdf`,
    pdf: typeset('minutes.typ', paper),
  }
}

export interface Paper {
  readonly name: string
  readonly bytes: Buffer | Readable
}

/**
 * The minutes the viewer sees, as a PDF: what was filed, or, until then, set for the asker with what still lacks said at
 * the foot. Null if there are none, or if the paper was deleted after its time of keeping.
 */
export async function minutesFile(
  { db, viewer }: { readonly db: Db; readonly viewer: Viewer },
  minutesId: string,
): Promise<Paper | null> {
  const minutes = await db.minutes.findFirst({
    where: { AND: [{ id: minutesId }, minutesVisibleTo(viewer)] },
    select: { id: true, file: { select: { documentId: true } } },
  })
  if (!minutes) return null
  if (minutes.file) return storedFile(db, minutes.file.documentId)
  const { name, pdf } = await setMinutes(db, minutes.id)
  return { name, bytes: pdf }
}
