import { dateOf } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { task, type JobContext } from '../../../kernel/jobs/task.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { eraseAidHelpers } from '../commands/erase-aid-helpers.ts'
import { lapseAidOffer } from '../commands/lapse-aid-offer.ts'
import { lapseJob } from '../lapse-job.ts'

const asPortal = ({ db, clock }: JobContext) => ({ db, clock, viewer: systemViewer, requestId: null })

task({
  ...lapseJob,
  async run({ aidOfferId }, context) {
    await runCommand(lapseAidOffer, { aidOfferId }, asPortal(context))
  },
})

/** Offers made before there was a job for each, or whose job was lost with a restored backup. */
dailyTask({
  name: 'lapseAidOffers',
  async run(_today, context) {
    const { db, clock } = context
    const missed = await db.aidOffer.findMany({
      where: { state: 'OFFERED', validUntil: { lte: clock.now() } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    for (const { id } of missed) await runCommand(lapseAidOffer, { aidOfferId: id }, asPortal(context))
  },
})

dailyTask({
  name: 'eraseAidHelpers',
  async run(today, context) {
    const due = await context.db.aidHelper.count({ where: { eraseOn: { lte: dateOf(today) } } })
    if (due > 0) await runCommand(eraseAidHelpers, {}, asPortal(context))
  },
})
