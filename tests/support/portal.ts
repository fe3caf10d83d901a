import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../../scripts/process.ts'
import {
  apiProgram,
  startService,
  untilReady,
  workerProgram,
  type Service,
} from '../../scripts/start/services.ts'
import { TEST_SECRET } from './secret.ts'

export interface Portal {
  /** One address per API process; all serve the same database. */
  addresses: string[]
  apis: Service[]
  worker: Service
  stop(): Promise<void>
}

export interface PortalOptions {
  databaseUrl: string
  /** How many API processes. */
  processes?: number
  env?: NodeJS.ProcessEnv
  /** What an API process has besides, by its place. */
  envOfEach?: NodeJS.ProcessEnv[]
}

/** Starts the real thing on free ports: API processes and the worker, as `npm start` runs them. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { databaseUrl, processes = 1, env = {}, envOfEach = [] } = options
  const logs = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-portal-'))
  const shared = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    YUI_SECRET: TEST_SECRET,
    ...env,
  }
  const ports: number[] = []
  for (let index = 0; index < processes; index++) ports.push(await freePort())
  const addresses = ports.map((port) => `http://localhost:${port}`)
  const worker = await startService({ ...workerProgram, env: shared, log: path.join(logs, 'worker.log') })
  const apis = await Promise.all(
    ports.map((port, index) =>
      startService({
        ...apiProgram,
        env: { ...shared, PORT: String(port), ...envOfEach[index] },
        log: path.join(logs, `api-${index + 1}.log`),
      }),
    ),
  )
  const services = [...apis, worker]
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()))
    fs.rmSync(logs, { recursive: true, force: true })
  }
  try {
    for (const address of addresses) await untilReady(address, services)
  } catch (error) {
    await stop()
    throw error
  }
  return { addresses, apis, worker, stop }
}
