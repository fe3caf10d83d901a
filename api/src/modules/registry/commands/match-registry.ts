import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { RegistryMatched } from '../events.ts'
import { matchEverything } from '../matching/match-everything.ts'
import * as policy from '../policy/matching.ts'

/** Run after every import and by `npm run yui -- match`. */
export const matchRegistry = command({
  name: 'matchRegistry',
  description:
    'Compares shelters, facilities and corporations, links what is certainly one and shows the doubtful to people; what a person has decided stays.',
  input: z.object({}),
  // Minutes for the whole country on a small machine; nobody waits at a screen for it.
  patience: 1_800,
  subject: () => ({}),
  may: policy.matchRegistry,
  async run({ tx, now, emit }) {
    const counts = await matchEverything(tx, now)
    const { proposalsCreated, proposalsChanged, proposalsRemoved, sheltersChanged } = counts
    if (proposalsCreated + proposalsChanged + proposalsRemoved + sheltersChanged > 0)
      emit(
        RegistryMatched,
        { linked: counts.linked, asked: counts.asked, sheltersChanged },
        { audience: ['public'] },
      )
    return { ...counts }
  },
})
