import { addJob } from '../../../kernel/jobs/task.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { ImportReverted, PublishedDataImported } from '../events.ts'
import { matchTask } from '../matching/task.ts'

reaction(PublishedDataImported, {
  name: 'registry.matchAfterImport',
  description: 'After published data was read, everything that may be one is compared.',
  async run({ tx }) {
    await addJob(tx, matchTask, {})
  },
})

reaction(ImportReverted, {
  name: 'registry.matchAfterUndo',
  description: 'After an import was taken back, everything that may be one is compared anew.',
  async run({ tx }) {
    await addJob(tx, matchTask, {})
  },
})
