import { globalId } from '../../kernel/ids.ts'
import type { Emit } from '../../kernel/events.ts'
import type { BulletinAudience } from '../../generated/prisma/enums.ts'
import { DocumentChanged } from './events.ts'

interface Changed {
  readonly id: string
  readonly platformId: string
  readonly audience: BulletinAudience
}

/** Tells the screens that show a shelf; of what is the officers' alone nobody else hears. */
export const announceDocument = (
  emit: Emit,
  { id, platformId, audience }: Changed,
  change: 'ADDED' | 'EDITED' | 'VERSION' | 'DELETED',
): void =>
  emit(
    DocumentChanged,
    { documentId: id, platformId, change },
    {
      audience: audience === 'MEMBERS' ? [`platform:${platformId}`] : [],
      entities: [globalId('Document', id)],
    },
  )
