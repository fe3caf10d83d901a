import { z } from 'zod'
import type { Db } from '../../../kernel/db.ts'
import { command } from '../../../kernel/command.ts'
import { allow, deny } from '../../../kernel/verdict.ts'
import { isSystem } from '../../../kernel/viewer.ts'
import { staleBefore } from '../rules/freshness.ts'

/** Whether there is anything to erase. */
export async function oldContactsWait(db: Db, now: Date): Promise<boolean> {
  const before = staleBefore(now)
  const [{ due }] = await db.$queryRaw<[{ due: boolean }]>`
    select exists (
      select from registry_revision
      where record in ('FACILITY_CONTACT', 'CORPORATION_CONTACT') and content ? 'person_name' and valid_to < ${before}
    ) or exists (
      select from registry_revision
      where record in ('FACILITY_CONTACT', 'CORPORATION_CONTACT') and valid_from < ${before}
        and before ?| '{person_name,person_kana,day_phone,night_phone,email,backup_name,backup_phone}'::text[]
    ) as due`
  return due
}

/** 連絡先の古い名前と番号を消す */
export const eraseOldContacts = command({
  name: 'eraseOldContacts',
  description:
    'Takes names and numbers out of the history of contacts where they ended more than twelve months ago; who changed what and when stays.',
  patience: 300,
  input: z.object({}),
  subject: () => ({}),
  may: (viewer) => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY')),
  async run({ tx, now }) {
    const before = staleBefore(now)
    const ended = await tx.$executeRaw`
      update registry_revision set content = content - personal_contact_columns(), before = before - personal_contact_columns()
      where record in ('FACILITY_CONTACT', 'CORPORATION_CONTACT') and content ? 'person_name' and valid_to < ${before}`
    // What stood before a change ended when the change came, although what came of it may still stand.
    const changed = await tx.$executeRaw`
      update registry_revision set before = before - personal_contact_columns()
      where record in ('FACILITY_CONTACT', 'CORPORATION_CONTACT') and valid_from < ${before}
        and before ?| '{person_name,person_kana,day_phone,night_phone,email,backup_name,backup_phone}'::text[]`
    return { erased: ended + changed }
  },
})
