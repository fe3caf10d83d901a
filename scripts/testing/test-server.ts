import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openCluster, stopCluster } from '../postgres/cluster.ts'
import { isRunning } from '../process.ts'

const PREFIX = 'yui-test-'

/** Runs `work` on a throw-away PostgreSQL in the system's temporary folder; nothing of it stays. */
export async function withTestServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  await sweep()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`))
  fs.chmodSync(folder, 0o755) // PostgreSQL may run as another user
  try {
    const cluster = await openCluster({ folder, durable: false })
    return await work(cluster.url())
  } finally {
    await remove(folder)
  }
}

/** Removes the servers of test runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (pid && !isRunning(pid)) await remove(path.join(os.tmpdir(), name))
  }
}

async function remove(folder: string): Promise<void> {
  await stopCluster(folder)
  fs.rmSync(folder, { recursive: true, force: true })
}
