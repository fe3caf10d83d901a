import { dayInJapan } from '../../../kernel/clock.ts'
import type { RouteContext } from '../../../kernel/http/routes.ts'
import { logRead } from '../../../kernel/read-log.ts'
import { sqlFor } from '../../../kernel/read/sql.ts'
import { DUES_COLUMNS, duesAsTable } from '../../platforms/public.ts'
import { contactsOfNetwork } from '../../registry/public.ts'
import { bytesOf } from '../files.ts'
import { contactAudiences } from '../policy/handover.ts'
import { calendarOf, entriesFor } from '../queries/calendar.ts'
import { packedDocuments, packedMembers, packedOfficers } from '../queries/handover.ts'
import { openTasks } from '../queries/open-tasks.ts'
import { csvLine, packedName } from '../rules/handover.ts'
import { calendarText } from '../rules/ical.ts'
import { indexPage } from './pages.ts'
import { TASK_COLUMNS, taskCells } from './task-words.ts'
import type { PackedFile } from './zip.ts'

const BOM = '\uFEFF'
const YEAR_DAYS = 365

const cellText = (cell: string | number | null): string | null => (cell === null ? null : String(cell))

/** The files of a package, one after the other; what is not for the viewer is not among them. */
export async function* packageOf(
  context: RouteContext,
  { platformId, network, everything }: { platformId: string; network: string; everything: boolean },
): AsyncGenerator<PackedFile> {
  const { viewer, readPool, clock, publicUrl, db } = context
  const sql = sqlFor(readPool)
  const now = clock.now()
  const madeOn = dayInJapan(now)
  const until = new Date(Date.parse(madeOn) + YEAR_DAYS * 86_400_000).toISOString().slice(0, 10)
  const [documents, members, officers, tasks, days] = await Promise.all([
    packedDocuments(sql, platformId),
    packedMembers(sql, platformId, viewer.today),
    packedOfficers(sql, platformId, viewer.today),
    openTasks(sql, viewer, platformId, now),
    calendarOf(sql, viewer, { platformId, from: madeOn, until }),
  ])
  const named = documents.map((document, n) => ({
    ...document,
    packedAs: everything ? packedName(n + 1, document.title, document.fileName) : null,
  }))
  const madeFor = viewer.acting?.name ?? ''
  yield {
    name: 'index.html',
    content: [
      indexPage({ network, madeOn, madeFor, documents: named, members, officers, tasks, days, everything }),
    ],
  }
  if (!everything) return
  yield {
    name: 'members.csv',
    content: [
      BOM + csvLine(['法人', '法人番号', '所在地', '電話', '入会', '施設の数']),
      ...members.map(({ name, number, address, phone, startsOn, facilities }) =>
        csvLine([name, number, address, phone, startsOn, String(facilities)]),
      ),
    ],
  }
  yield {
    name: 'tasks.csv',
    content: [BOM + csvLine(TASK_COLUMNS), ...tasks.map((task) => csvLine(taskCells(task)))],
  }
  const dues = await duesAsTable(sql, viewer, platformId, null)
  if (dues)
    yield {
      name: 'dues.csv',
      content: [BOM + csvLine(DUES_COLUMNS), ...dues.map((cells) => csvLine(cells.map(cellText)))],
    }
  yield { name: 'contacts.csv', content: contacts(context, platformId) }
  const entries = await entriesFor(sql, { platformId, isOfficer: true, today: madeOn, publicUrl })
  yield { name: 'calendar.ics', content: [calendarText(network, entries)] }
  for (const { versionId, packedAs } of named)
    if (packedAs)
      yield { name: `documents/${packedAs}`, content: bytesOf(db, versionId), packedAlready: true }
}

/** Whom to call, as a table; each portion is in the log of what was read before anybody has it. */
async function* contacts(context: RouteContext, platformId: string): AsyncGenerator<string> {
  const { db, viewer } = context
  yield (
    BOM +
    csvLine([
      '法人',
      '施設',
      '役割',
      '氏名',
      'ふりがな',
      '昼の電話',
      '夜間・休日の電話',
      'メール',
      '代わりの人',
      '代わりの電話',
    ])
  )
  const wanted = { platformId, today: viewer.today, audiences: contactAudiences(viewer) }
  for await (const portion of contactsOfNetwork(db, wanted)) {
    for (const record of ['CorporationContact', 'FacilityContact'] as const)
      await logRead(
        context,
        record,
        portion.filter((contact) => contact.record === record).map(({ id }) => id),
      )
    yield portion
      .map((one) =>
        csvLine([
          one.corporation,
          one.facility ?? '本部',
          one.roleTitle,
          one.personName,
          one.personKana,
          one.dayPhone,
          one.nightPhone,
          one.email,
          one.backupName,
          one.backupPhone,
        ]),
      )
      .join('')
  }
}
