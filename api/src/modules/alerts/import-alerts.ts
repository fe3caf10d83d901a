import fs from 'node:fs'
import path from 'node:path'
import { runCommand, type CommandContext } from '../../kernel/command.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { receiveAlert } from './commands/receive-alert.ts'
import { LARGEST_MESSAGE } from './receiving.ts'

export interface AlertFile {
  readonly file: string
  readonly messageId: string | null
  readonly repeated: boolean
}

/** Reads one file, or every .xml of a folder in the order of names, in the name of the portal itself. */
export async function importAlerts(
  given: string,
  { db, clock }: Pick<CommandContext, 'db' | 'clock'>,
): Promise<AlertFile[]> {
  const files = fs.statSync(given).isDirectory()
    ? fs
        .readdirSync(given)
        .filter((name) => name.toLowerCase().endsWith('.xml'))
        .toSorted()
        .map((name) => path.join(given, name))
    : [given]
  const read: AlertFile[] = []
  for (const file of files) {
    if (fs.statSync(file).size > LARGEST_MESSAGE) {
      read.push({ file, messageId: null, repeated: false })
      continue
    }
    const { alertMessageId, repeated } = await runCommand(
      receiveAlert,
      {
        bytes: fs.readFileSync(file).toString('base64'),
        fileName: path.basename(file).slice(0, 200),
        channel: 'TASK',
      },
      { db, clock, viewer: systemViewer, requestId: null },
    )
    read.push({ file, messageId: alertMessageId, repeated })
  }
  return read
}
