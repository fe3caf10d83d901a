import { DEMO_PASSWORD, demoPeople } from '../../api/src/modules/identity/demo/people.ts'
import { shell } from '../../web/src/locales/ja/shell.ts'
import { endOf, run } from '../commands.ts'
import { say } from '../progress.ts'
import { fullDisk, Refusal, saysFullDisk } from '../refusal.ts'

/** Puts the sample network and the real registry into a database; what is there already stays as it is. */
export async function seedDemo(databaseUrl: string, secret: string): Promise<void> {
  const { code, output } = await run([process.execPath, 'prisma/seed.ts'], {
    env: { DATABASE_URL: databaseUrl, YUI_SECRET: secret },
    onOutput: (text) => {
      for (const line of text.split('\n')) if (line.trim()) say(`  ${line.trim()}`)
    },
  })
  if (code === 0) return
  if (saysFullDisk(output)) throw fullDisk('見本データ')
  console.error(endOf(output))
  throw new Refusal('見本データを入れられませんでした', 'seeding the demo data failed')
}

/** How a newcomer signs in as each kind of user. */
export function demoLogins(): string {
  const width = Math.max(...demoPeople.map(({ email }) => email.length))
  const people = demoPeople.map(({ email, name, roles }) => {
    const titles = roles.map(({ role }) => shell.roles[role]).join('・')
    return `    ${email.padEnd(width)}  ${titles}（${name}）`
  })
  return [
    `  見本のログイン（パスワードはどれも「${DEMO_PASSWORD}」）`,
    ...people,
    '    管理する立場の人に要る確認コードは、ログイン画面に出ています',
  ].join('\n')
}
