import { runCommand } from '../../../kernel/command.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { globalId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { closeVote } from '../commands/close-vote.ts'
import { concludeWriting } from '../commands/conclude-writing.ts'
import { remindVoters } from '../commands/remind-voters.ts'

dailyTask({
  name: 'meetings.remindVoters',
  async run(today, { db, clock }) {
    const context = { viewer: systemViewer, clock, db, requestId: null }
    await runCommand(remindVoters, {}, context, {
      resend: { owner: 'daily:meetings.remindVoters', key: today },
    })
  },
})

// A vote in writing that nobody closes is closed by the portal on the next morning.
dailyTask({
  name: 'meetings.closeVotesInWriting',
  async run(_today, { db, clock, log }) {
    const context = { viewer: systemViewer, clock, db, requestId: null }
    const over = await db.agendaItem.findMany({
      where: {
        state: 'VOTING',
        votingUntil: { lte: clock.now() },
        meeting: { is: { form: { not: 'ASSEMBLY' }, state: 'OPEN' } },
      },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    for (const { id } of over) {
      const input = { agendaItemId: globalId('AgendaItem', id), chairDecision: null, effectiveOn: null }
      // A tie waits for the chair; the others go on.
      await runCommand(closeVote, input, context).catch((error: unknown) => {
        if (!(error instanceof RuleProblem)) throw error
        log.info({ code: error.code }, 'a vote in writing waits for a person')
      })
    }
    await runCommand(concludeWriting, {}, context)
  },
})
