import type { RetentionRule } from '../../generated/prisma/client.ts'
import type { DocumentKind } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'

/** The proposal for a kind of document that holds on a day; null without one. */
export const retentionRuleOn = (tx: Tx, kind: DocumentKind, day: Date): Promise<RetentionRule | null> =>
  tx.retentionRule.findFirst({
    where: { kind, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    orderBy: { startsOn: 'desc' },
  })
