import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Command, CommandResult } from '../../api/src/kernel/command.ts'
import type { Db } from '../../api/src/kernel/db.ts'
import { globalId, parseGlobalId } from '../../api/src/kernel/ids.ts'
import { systemViewer, type Viewer } from '../../api/src/kernel/viewer.ts'
import { receiveAlert } from '../../api/src/modules/alerts/commands/receive-alert.ts'
import { takeOutput } from '../../api/src/modules/outputs/commands/take-output.ts'
import type { DisasterWorld } from './disaster-world.ts'
import type { Sent } from './send.ts'

const SAMPLES = path.join(import.meta.dirname, '../../data/jma/samples')
/** The 気象庁's own message of a drill; of a real tsunami when its status says so. */
const MESSAGE = '32-39_12_02_250206_VTSE41.xml'

interface Papers {
  readonly db: Db
  readonly act: (name: string, input: object, viewer: Viewer, payload?: string) => Promise<Sent['payload']>
  readonly run: <Result extends CommandResult>(
    // oxlint-disable-next-line typescript/no-explicit-any -- any command; what it answers is told by the second type
    command: Command<any, Result>,
    viewer: Viewer,
    input: object,
  ) => Promise<Result>
  readonly there: DisasterWorld
  readonly event: string
  readonly drill: boolean
  readonly now: () => Date
}

/** What is handed out, and what comes in from the 気象庁 and is a reason for the event. */
export async function handOutAndIn({ db, act, run, there, event, drill, now }: Papers) {
  await run(takeOutput, there.secretariat, {
    eventId: parseGlobalId(event)?.id,
    form: 'DAILY_REPORT',
    format: 'csv',
  })
  await act(
    'recordOutputFiling',
    { eventId: event, form: 'DAILY_REPORT', filedAt: now().toISOString(), note: '見本市へ' },
    there.secretariat,
  )
  const message = fs
    .readFileSync(path.join(SAMPLES, MESSAGE), 'utf8')
    .replace('訓練', drill ? '訓練' : '通常')
    .replace(/<EditorialOffice>[^<]*/, `<EditorialOffice>${randomUUID()}`)
    .replace('20160901071000', randomUUID())
  await run(receiveAlert, systemViewer, {
    bytes: Buffer.from(message).toString('base64'),
    fileName: null,
    channel: 'TASK',
  })
  const suggestions = await db.alertSuggestion.findMany({
    where: { platformId: there.platformId, state: 'OPEN', drill },
    orderBy: { id: 'asc' },
  })
  const [asks] = suggestions
  if (asks)
    await act(
      'confirmAlertSuggestion',
      { alertSuggestionId: globalId('AlertSuggestion', asks.id), eventId: event, version: asks.version },
      there.secretariat,
    )
  return suggestions
}
