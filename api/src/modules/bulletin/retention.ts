import type { RetentionRule } from '../../generated/prisma/client.ts'
import type { DocumentKind } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RetentionRuleChanged } from './events.ts'

/** The proposal for a kind of document that holds on a day; null without one. */
export const retentionRuleOn = (tx: Tx, kind: DocumentKind, day: Date): Promise<RetentionRule | null> =>
  tx.retentionRule.findFirst({
    where: { kind, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    orderBy: { startsOn: 'desc' },
  })

/** Tells the screens that show a proposal; it is no secret. */
export const announceRetention = (emit: Emit, retentionRuleId: string): void =>
  emit(
    RetentionRuleChanged,
    { retentionRuleId },
    { audience: ['public'], entities: [globalId('RetentionRule', retentionRuleId)] },
  )
