import { Refusal } from '../refusal.ts'

export interface Settings {
  host: string
  port: number
}

/** Reads where to listen: PORT (4000) and HOST (this machine only). */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT || 4000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(
      `PORT は 1 から 65535 までの数で書いてください（今の値: ${env.PORT}）`,
      'PORT is not a port number',
    )
  }
  return { host: env.HOST || '127.0.0.1', port }
}

/** Whether sample people and corporations go into the database: into our own yes, into somebody's only when asked. */
export function wantsDemo(env: NodeJS.ProcessEnv, embedded: boolean): boolean {
  return env.YUI_DEMO ? env.YUI_DEMO === '1' : embedded
}

/** The address people type; a server that listens everywhere is also found on this machine. */
export function addressOf({ host, port }: Settings): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere || host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
