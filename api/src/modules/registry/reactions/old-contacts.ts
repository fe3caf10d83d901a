import { runCommand } from '../../../kernel/command.ts'
import { dailyTask } from '../../../kernel/jobs/daily.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { eraseOldContacts } from '../commands/erase-old-contacts.ts'
import { staleBefore } from '../rules/freshness.ts'

dailyTask({
  name: 'registry.eraseOldContacts',
  async run(_today, { db, clock, log }) {
    const before = staleBefore(clock.now())
    // Days on which nothing falls due leave no trace in the audit.
    const [due] = await db.$queryRaw<[{ due: boolean }]>`
      select exists (
        select from registry_revision
        where record in ('FACILITY_CONTACT', 'CORPORATION_CONTACT') and content ? 'person_name' and valid_to < ${before}
      ) or exists (
        select from registry_revision
        where record in ('FACILITY_CONTACT', 'CORPORATION_CONTACT') and valid_from < ${before}
          and before ?| '{person_name,person_kana,day_phone,night_phone,email,backup_name,backup_phone}'::text[]
      ) as due`
    if (!due.due) return
    const context = { db, clock, viewer: systemViewer, requestId: null }
    const { erased } = await runCommand(eraseOldContacts, {}, context)
    log.info({ erased }, 'names and numbers of old contacts erased')
  },
})
