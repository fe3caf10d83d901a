import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from '../commands.ts'
import { say } from '../progress.ts'
import { projectRoot } from '../project.ts'
import { fullDisk, Refusal, saysFullDisk } from '../refusal.ts'

/** One person of the sample network whom a newcomer may sign in as. */
export interface DemoLogin {
  /** The role in Japanese, as the portal names it. */
  role: string
  email: string
  password: string
}

/** Puts the sample network and the real registry into a database; what is there already stays as it is. */
export async function seedDemo(databaseUrl: string): Promise<void> {
  const { code, output } = await run([process.execPath, 'prisma/seed.ts'], {
    env: { DATABASE_URL: databaseUrl },
    onOutput: (text) => {
      for (const line of text.split('\n')) if (line.trim()) say(`  ${line.trim()}`)
    },
  })
  if (code === 0) return
  throw saysFullDisk(output)
    ? fullDisk('見本データ')
    : new Refusal('見本データを入れられませんでした', 'seeding the demo data failed')
}

/** The people of the sample network. */
export async function demoLogins(): Promise<DemoLogin[]> {
  const file = path.join(projectRoot, 'prisma', 'demo-logins.ts')
  if (!fs.existsSync(file)) return []
  const module = (await import(pathToFileURL(file).href)) as { demoLogins: DemoLogin[] }
  return module.demoLogins
}
