import { runCommand } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { notify } from '../../notifications/public.ts'
import { noteNewMatches } from '../commands/note-new-matches.ts'
import { SavedSearchMatched } from '../events.ts'

dailyTask({
  name: 'registry.lookForNewMatches',
  async run(_today, { db, clock, log }) {
    const wanted = await db.savedSearch.findMany({
      where: { notify: true },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    const failures: unknown[] = []
    for (const { id } of wanted) {
      const context = { db, clock, viewer: systemViewer, requestId: null }
      // One that fails does not keep the others waiting; the job is tried again for it.
      await runCommand(noteNewMatches, { savedSearchId: globalId('SavedSearch', id) }, context).catch(
        (error: unknown) => failures.push(error),
      )
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} kept searches failed`)
    log.info({ count: wanted.length }, 'kept searches looked through')
  },
})

reaction(SavedSearchMatched, {
  name: 'registry.tellOfNewMatches',
  description: 'A person is told that new facilities match a search they keep.',
  async run({ tx, payload: { savedSearchId, userId, count }, eventId, now, emit }) {
    const kept = await tx.savedSearch.findUnique({ where: { id: savedSearchId }, select: { name: true } })
    if (!kept) return
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: [userId],
        kind: 'registry.newMatches',
        params: { search: kept.name, count },
        link: `/registry/saved#${globalId('SavedSearch', savedSearchId)}`,
      },
    )
  },
})
