import path from 'node:path'
import { openDatabase, type Database } from './database.ts'
import { buildWeb, generatePrismaClient, generateWebTypes } from './generate.ts'
import { migrate } from './migrate.ts'
import { isRunning } from './process.ts'
import { dataFolder } from './project.ts'
import { elapsed, say, step } from './progress.ts'
import { Refusal, runTask } from './refusal.ts'
import { claimDataFolder, claimServices, refuseUnusablePort, releaseDataFolder } from './start/claim.ts'
import { demoLogins, seedDemo } from './start/demo.ts'
import { yuiSecret } from './start/secrets.ts'
import {
  apiProgram,
  deathOf,
  firstToGo,
  startService,
  untilReady,
  workerProgram,
  type Service,
} from './start/services.ts'
import { addressOf, readSettings, wantsDemo, type Settings } from './start/settings.ts'
import { listenForStop, stopRequest, stopRequested } from './stop-request.ts'

/** What has to be undone when Yui stops, in the order it was done. */
type Cleanup = (() => Promise<unknown> | void)[]

/** Claims what only one Yui can have at a time: the data folder and the port. */
async function claim(settings: Settings, cleanup: Cleanup): Promise<void> {
  const orphans = await claimDataFolder(settings)
  cleanup.push(releaseDataFolder)
  if (orphans.length > 0) say(`前回の残りのプロセス（${orphans.join(', ')}）を止めました`)
  await refuseUnusablePort(settings)
}

async function bringUpDatabase(cleanup: Cleanup): Promise<Database> {
  const database = await step('データベースを用意しています', async () => {
    const opened = await openDatabase()
    const { embedded } = opened
    if (embedded) {
      cleanup.push(() => embedded.stop())
      if (embedded.adopted) say('  動いたままだった内蔵データベースを引き継ぎます')
    }
    return opened
  })
  const applied = await step('表を最新にしています', () => migrate(database.url))
  if (applied.length > 0) say(`  移行を ${applied.length} 件適用しました`)
  return database
}

async function buildPortal(): Promise<void> {
  await generateWebTypes()
  await buildWeb()
}

async function bringUpServices(
  settings: Settings,
  database: Database,
  { demo, secret }: { demo: boolean; secret: string },
  cleanup: Cleanup,
): Promise<Service[]> {
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    DATABASE_URL: database.url,
    HOST: settings.host,
    PORT: String(settings.port),
    // Sample people have no mail: what Yui writes to them is read in the portal.
    YUI_MAILBOX: process.env.YUI_MAILBOX ?? (demo ? '1' : '0'),
    YUI_SECRET: secret,
  }
  const services: Service[] = []
  for (const program of [workerProgram, apiProgram]) {
    const log = path.join(dataFolder(), `${path.basename(program.entry, '.ts')}.log`)
    const service = await startService({ ...program, env, log })
    cleanup.push(() => service.stop())
    services.push(service)
  }
  claimServices(
    settings,
    services.map(({ pid }) => pid),
  )
  await untilReady(addressOf(settings), services)
  return services
}

function welcome(settings: Settings, demo: boolean): void {
  const address = addressOf(settings)
  console.log(`\n  結 Yui  ${address}   （${elapsed().toFixed(1)} 秒）\n  GraphQL ${address}/graphql\n`)
  if (demo) console.log(`${demoLogins()}\n`)
  console.log('  止めるには Ctrl-C\n')
}

/** Runs until a stop is asked for; refuses when a part of Yui ends by itself. */
async function watch(services: Service[], database: Database): Promise<void> {
  const dead = new Promise<never>((_, reject) => {
    void firstToGo(services).then((service) => stopRequest.aborted || reject(deathOf(service)))
    const { embedded } = database
    if (!embedded) return
    const watcher = setInterval(() => {
      if (stopRequest.aborted) clearInterval(watcher)
      else if (!isRunning(embedded.pid)) {
        clearInterval(watcher)
        reject(
          new Refusal(
            '内蔵の PostgreSQL が終了したため、すべて止めました',
            'the embedded PostgreSQL has died',
          ),
        )
      }
    }, 500)
  })
  await Promise.race([stopRequested(), dead])
}

/** Waits for both even when one fails, so that nothing is still being opened while the cleanup runs. */
async function together<A, B>(one: Promise<A> | A, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return Promise.all([one, other])
}

async function start(cleanup: Cleanup): Promise<void> {
  const settings = readSettings(process.env)
  await claim(settings, cleanup)
  const [database] = await together(
    bringUpDatabase(cleanup),
    step('プログラムを用意しています', generatePrismaClient),
  )
  const secret = yuiSecret(process.env, database.embedded !== undefined)
  const demo = wantsDemo(process.env, database.embedded !== undefined)
  await together(
    demo ? step('見本データを確かめています', () => seedDemo(database.url, secret)) : undefined,
    step('画面を用意しています', buildPortal),
  )
  const services = await step('サーバーを起動しています', () =>
    bringUpServices(settings, database, { demo, secret }, cleanup),
  )
  welcome(settings, demo)
  await watch(services, database)
}

await runTask(async () => {
  listenForStop()
  const cleanup: Cleanup = []
  try {
    await start(cleanup)
  } catch (error) {
    if (!stopRequest.aborted) throw error
  } finally {
    if (stopRequest.aborted) say('止めています…')
    for (const undo of cleanup.toReversed()) await undo()
  }
  say('止まりました')
})
