import { runCommand } from '../../kernel/command.ts'
import { dateOf } from '../../kernel/clock.ts'
import { dailyTask } from '../../kernel/jobs/daily.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { anonymiseIntake } from './commands/anonymise-intake.ts'

/** Anonymises the books whose day has come; one that has to wait does not keep the others. */
dailyTask({
  name: 'anonymiseIntake',
  async run(today, { db, clock, log }) {
    const due = await db.intakeBook.findMany({
      where: { destroyedAt: null, destroyOn: { lte: dateOf(today) } },
      select: { openingId: true },
    })
    for (const { openingId } of due) {
      try {
        await runCommand(anonymiseIntake, { openingId }, { viewer: systemViewer, clock, db, requestId: null })
      } catch (error) {
        if (!(error instanceof RuleProblem)) throw error
        log.info({ openingId, code: error.code }, 'a book is not anonymised yet')
      }
    }
  },
})
