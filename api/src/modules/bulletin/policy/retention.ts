import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { nothing } from '../rules/viewers.ts'

/** The proposals for how long papers are kept are everybody's who is signed in. */
export const retentionRulesVisibleTo = ({ userId }: Viewer): Prisma.RetentionRuleWhereInput =>
  userId === null ? nothing : {}

/** They are corrected and confirmed by the system operator, for all networks. */
export const keepRetentionRules = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')
