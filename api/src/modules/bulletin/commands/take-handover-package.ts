import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as policy from '../policy/handover.ts'
import { LARGEST_PACKAGE } from '../rules/handover.ts'

export const takeHandoverPackage = command({
  name: 'takeHandoverPackage',
  description:
    'A secretariat or chair takes everything a new secretariat needs as one file: documents, members with contacts, officers, open tasks and the calendar; an auditor takes the index alone.',
  input: z.object({ platformId: z.uuid().describe('The network, one’s own.') }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.takePackage,
  async run({ tx, subject: { platformId }, viewer }) {
    const newest = await tx.document.findMany({
      where: { platformId, deletedAt: null, latestNumber: { gt: 0 } },
      select: {
        versions: {
          where: { receivedAt: { not: null } },
          orderBy: { number: 'desc' },
          take: 1,
          select: { size: true },
        },
      },
    })
    const bytes = newest.reduce((sum, { versions }) => sum + (versions[0]?.size ?? 0), 0)
    if (bytes > LARGEST_PACKAGE)
      throw new RuleProblem('PACKAGE_TOO_LARGE', 'The documents are too large for one file.')
    return { platformId, everything: policy.takesEverything(viewer) }
  },
})
