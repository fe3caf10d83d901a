import { runCommand } from '../../../kernel/command.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { addJob, task } from '../../../kernel/jobs/task.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { fileMinutes } from '../commands/file-minutes.ts'
import { filingJob } from '../filing-job.ts'

task({
  ...filingJob,
  async run({ minutesId }, { db, clock }) {
    await runCommand(fileMinutes, { minutesId }, { db, clock, viewer: systemViewer, requestId: null })
  },
})

// Minutes that were locked before papers were filed, or whose job was given up, get another job. Each has its own: one
// that cannot be set keeps no other from the shelf.
dailyTask({
  name: 'meetings.fileMinutes',
  async run(_today, { db }) {
    const waiting = await db.minutes.findMany({
      where: { state: 'LOCKED', file: null },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    for (const { id } of waiting)
      await addJob(db, filingJob, { minutesId: id }, { key: `meetings.fileMinutes:${id}` })
  },
})
