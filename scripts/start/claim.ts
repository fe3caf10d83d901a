import fs from 'node:fs'
import path from 'node:path'
import { end, isStillRunning, markOf, whyNotListen, withLock, type ProcessMark } from '../process.ts'
import { dataFolder } from '../project.ts'
import { Refusal } from '../refusal.ts'
import { addressOf, type Settings } from './settings.ts'

interface Claim {
  start: ProcessMark
  address: string
  services: ProcessMark[]
}

const claimFile = () => path.join(dataFolder(), 'running.json')

function readClaim(): Claim | undefined {
  try {
    return JSON.parse(fs.readFileSync(claimFile(), 'utf8')) as Claim
  } catch {
    return undefined // none, or cut off by the kill of its writer
  }
}

function writeClaim(claim: Claim): void {
  const aside = `${claimFile()}.${process.pid}`
  fs.mkdirSync(dataFolder(), { recursive: true })
  fs.writeFileSync(aside, JSON.stringify(claim))
  fs.renameSync(aside, claimFile())
}

/** The living `npm start` of this data folder, if there is one. */
export function livingStart(): { pid: number; address: string } | undefined {
  const claim = readClaim()
  return claim && isStillRunning(claim.start) ? { pid: claim.start.pid, address: claim.address } : undefined
}

/** Claims the data folder for this start; ends services which a killed start has left behind and returns them. */
export function claimDataFolder(settings: Settings): Promise<number[]> {
  return withLock(path.join(dataFolder(), 'claim.lock'), 30, () => claimAlone(settings))
}

async function claimAlone(settings: Settings): Promise<number[]> {
  const other = livingStart()
  if (other && other.pid !== process.pid) {
    throw new Refusal(
      `結はすでに ${other.address} で動いています。止めるには kill ${other.pid} としてください`,
      `Yui is already running as process ${other.pid}`,
    )
  }
  const orphans = (readClaim()?.services ?? []).filter(isStillRunning).map(({ pid }) => pid)
  for (const pid of orphans) await end(pid, 'SIGTERM', 5, 'SIGKILL')
  writeClaim({ start: markOf(process.pid), address: addressOf(settings), services: [] })
  return orphans
}

/** Notes the processes this start is responsible for. */
export function claimServices(settings: Settings, pids: number[]): void {
  writeClaim({ start: markOf(process.pid), address: addressOf(settings), services: pids.map(markOf) })
}

/** Gives the data folder back. */
export function releaseDataFolder(): void {
  if (readClaim()?.start.pid === process.pid) fs.rmSync(claimFile(), { force: true })
}

/** Refuses a port nobody can listen on, before anything is started. */
export async function refuseUnusablePort({ host, port }: Settings): Promise<void> {
  const reason = await whyNotListen(port, host)
  if (reason === 'EADDRINUSE') {
    throw new Refusal(
      `ポート ${port} はほかのプログラムが使っています。PORT=${port + 1} npm start のように別の番号を指定してください`,
      `port ${port} is in use`,
    )
  }
  if (reason === 'EACCES') {
    throw new Refusal(`ポート ${port} を使う権限がありません`, `no permission to listen on port ${port}`)
  }
  if (reason) {
    throw new Refusal(`HOST=${host} では待ち受けられません`, `cannot listen on ${host}:${port}: ${reason}`)
  }
}
