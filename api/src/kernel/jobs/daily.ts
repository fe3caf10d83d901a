import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { task, type JobContext } from './task.ts'

interface DailyTask {
  readonly name: string
  /** Does what is due on that day and what was missed before; runs at 00:05 in Japan and whenever a worker starts. */
  readonly run: (today: string, context: JobContext) => Promise<void>
}

export const dailyTasks = new Set<string>()

/** Declares what is looked after once a day, e.g. hand-overs that fall due, or old keys that go. */
export function dailyTask({ name, run }: DailyTask): void {
  const taskName = `daily:${name}`
  task({
    name: taskName,
    payload: z.object({}),
    run: (_payload, context) => run(dayInJapan(context.clock.now()), context),
  })
  dailyTasks.add(taskName)
}
