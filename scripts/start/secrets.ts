import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { dataFolder } from '../project.ts'
import { Refusal } from '../refusal.ts'

/**
 * The secret that signs sessions and encrypts second factors: YUI_SECRET, or one made once and kept beside the embedded
 * database. A production database outlives this folder, so there it must be given.
 */
export function yuiSecret(env: NodeJS.ProcessEnv, embedded: boolean): string {
  if (env.YUI_SECRET) {
    if (env.YUI_SECRET.length >= 32) return env.YUI_SECRET
    throw new Refusal('YUI_SECRET は 32 文字以上にしてください', 'YUI_SECRET has fewer than 32 characters')
  }
  if (!embedded && env.NODE_ENV === 'production') {
    throw new Refusal(
      '本番では YUI_SECRET（32 文字以上）を指定してください。例: openssl rand -base64 32',
      'set YUI_SECRET in production',
    )
  }
  const kept = keptSecret()
  if (kept) return kept
  const made = randomBytes(32).toString('base64url')
  keepSecret(made)
  return made
}

const secretsFile = () => path.join(dataFolder(), 'secrets.json')

/** The secret made by an earlier start, if there is one. */
export function keptSecret(): string | undefined {
  const file = secretsFile()
  return fs.existsSync(file)
    ? (JSON.parse(fs.readFileSync(file, 'utf8')) as { secret: string }).secret
    : undefined
}

/** Keeps a secret for the next starts, readable by this user only. */
export function keepSecret(secret: string): void {
  const aside = `${secretsFile()}.${process.pid}`
  fs.mkdirSync(dataFolder(), { recursive: true })
  fs.writeFileSync(aside, JSON.stringify({ secret }), { mode: 0o600 })
  fs.renameSync(aside, secretsFile())
}
