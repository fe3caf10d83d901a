import { runCommand } from '../../kernel/command.ts'
import { dateOf } from '../../kernel/clock.ts'
import { dailyTask } from '../../kernel/jobs/daily.ts'
import { reaction } from '../../kernel/jobs/reaction.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { EventClosed } from '../disasters/events.ts'
import { draftReadinessAnswers } from '../readiness/public.ts'
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

// Only that people were written down, never how many or who: the checklist has other readers than the book.
reaction(EventClosed, {
  name: 'intake.draftReadiness',
  description: 'That a facility took people in with the forms in a drill is drafted for its checklist.',
  async run({ tx, payload: { eventId, drill }, now }) {
    if (!drill) return
    const used = await tx.shelterOpening.findMany({
      where: { eventId, intakeBook: { is: { entries: { some: {} } } } },
      select: { facilityId: true },
      orderBy: { id: 'asc' },
    })
    const lesson = {
      itemKey: 'INTAKE_PROCEDURE',
      answer: 'YES',
      evidence: '受入れの記録に書いて受け入れた',
    } as const
    await draftReadinessAnswers(
      tx,
      eventId,
      used.map(({ facilityId }) => ({ facilityId, ...lesson })),
      now,
    )
  },
})
