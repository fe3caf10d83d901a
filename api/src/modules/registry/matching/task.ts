import { z } from 'zod'
import { runCommand } from '../../../kernel/command.ts'
import { task } from '../../../kernel/jobs/task.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { matchRegistry } from '../commands/match-registry.ts'

/** Comparing the whole registry may take longer than a reaction may; so it is a job of its own. */
export const matchTask = task({
  name: 'registry.match',
  payload: z.object({}),
  async run(_payload, { db, clock, log }) {
    const counts = await runCommand(matchRegistry, {}, { db, clock, viewer: systemViewer, requestId: null })
    log.info(counts, 'registry matched')
  },
})
