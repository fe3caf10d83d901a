import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readHeader, restoreBackup } from '../backup/read.ts'
import { EMBEDDED_NAME, withEmbeddedServer } from '../database.ts'
import { parseDatabaseUrl } from '../postgres/explain.ts'
import { withClient } from '../postgres/databases.ts'
import { Refusal } from '../refusal.ts'
import { livingStart } from '../start/claim.ts'
import { keepSecret } from '../start/secrets.ts'
import type { OperationsCommand } from './command.ts'

const RESTORING = `${EMBEDDED_NAME}_restoring`

/** Restores beside the embedded database and swaps the two at the end; what was there before is kept. */
async function restoreEmbedded(file: string, replace: boolean): Promise<void> {
  const start = livingStart()
  if (start) {
    throw new Refusal(
      `結が動いています。先に止めてください（kill ${start.pid}）`,
      `stop the running Yui first: process ${start.pid}`,
    )
  }
  const { secret } = await readHeader(file)
  await withEmbeddedServer(async (cluster) => {
    const exists = await withClient(cluster.url(), async (client) => {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [EMBEDDED_NAME])
      return rowCount === 1
    })
    if (exists && !replace) {
      throw new Refusal(
        'すでにデータがあります。入れ替えるなら --replace を付けてください（今のデータは別の名前で残ります）',
        'there is data already; add --replace',
      )
    }
    await withClient(cluster.url(), async (client) => {
      await client.query(`drop database if exists ${RESTORING}`)
      await client.query(`create database ${RESTORING}`)
    })
    await restoreBackup(file, cluster.url(RESTORING))
    const kept = `${EMBEDDED_NAME}_before_${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`
    await withClient(cluster.url(), async (client) => {
      await client.query('begin')
      if (exists) await client.query(`alter database ${EMBEDDED_NAME} rename to ${pg.escapeIdentifier(kept)}`)
      await client.query(`alter database ${RESTORING} rename to ${EMBEDDED_NAME}`)
      await client.query('commit')
    })
    if (secret) keepSecret(secret)
    if (exists) console.log(`前のデータはデータベース ${kept} に残してあります`)
  })
}

export const command: OperationsCommand = {
  summary: '控えから戻します（restore <ファイル> [--replace]）',
  needsDatabase: false,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    })
    const [name] = positionals
    if (!name) throw new Refusal('控えのファイル名を書いてください', 'name the file of the backup')
    const file = path.resolve(process.env.INIT_CWD ?? '.', name)
    const own = process.env.DATABASE_URL
    if (own) await restoreBackup(file, parseDatabaseUrl(own))
    else await restoreEmbedded(file, values.replace)
    console.log('控えから戻しました')
  },
}
