import { runCommand } from '../../../kernel/command.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { forgetMistakeReports, oldMistakesWait } from '../commands/forget-mistake-reports.ts'

dailyTask({
  name: 'registry.forgetMistakeReports',
  async run(_today, { db, clock, log }) {
    // Days on which nothing falls due leave no trace in the audit.
    if (!(await oldMistakesWait(db, clock.now()))) return
    const context = { db, clock, viewer: systemViewer, requestId: null }
    const { count } = await runCommand(forgetMistakeReports, {}, context)
    log.info({ count }, 'settled reports of mistakes forgotten')
  },
})
