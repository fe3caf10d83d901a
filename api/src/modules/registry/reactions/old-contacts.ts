import { runCommand } from '../../../kernel/command.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { eraseOldContacts, oldContactsWait } from '../commands/erase-old-contacts.ts'

dailyTask({
  name: 'registry.eraseOldContacts',
  async run(_today, { db, clock, log }) {
    // Days on which nothing falls due leave no trace in the audit.
    if (!(await oldContactsWait(db, clock.now()))) return
    const context = { db, clock, viewer: systemViewer, requestId: null }
    const { erased } = await runCommand(eraseOldContacts, {}, context)
    log.info({ erased }, 'names and numbers of old contacts erased')
  },
})
