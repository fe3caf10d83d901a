import { z } from 'zod'

const flag = z
  .enum(['0', '1'], { error: '0 か 1 を書いてください' })
  .default('0')
  .transform((value) => value === '1')

const url = (protocols: readonly string[], example: string) =>
  z
    .string({ error: `指定してください。例: ${example}` })
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `形が正しくありません。例: ${example}`,
    })

const whole = (from: number, to: number, otherwise: number) => {
  const error = `${from} から ${to} までの数で書いてください`
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error }).default(otherwise)
}

const settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development').catch('development'),
  /** PostgreSQL. */
  DATABASE_URL: url(['postgresql:', 'postgres:'], 'postgresql://yui:secret@127.0.0.1:5432/yui'),
  /** Connections this process may hold, half for reads and half for commands. */
  DATABASE_POOL: whole(4, 200, 20),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(0, 65_535, 4000),
  /** Address people type, if it is not the one of HOST and PORT: behind a proxy, the proxy's. */
  PUBLIC_URL: url(['https:', 'http:'], 'https://yui.example.jp').optional(),
  /** Who runs this portal and how they are reached, for the public pages: a name with a telephone number or an e-mail address. */
  YUI_OPERATOR: z.string().trim().max(200, { error: '200 文字までにしてください' }).optional(),
  /** Signs sessions and encrypts second factors. */
  YUI_SECRET: z
    .string({ error: '32 文字以上で指定してください。例: openssl rand -base64 32' })
    .min(32, { error: '32 文字以上にしてください' }),
  /** Keys that seal personal data, the newest first: `2:<base64 of 32 bytes>,1:…`; without it one is derived from YUI_SECRET. */
  YUI_SEALING_KEYS: z
    .string()
    .regex(/^\s*[1-9]\d*:[A-Za-z0-9+/]{43}=(\s*,\s*[1-9]\d*:[A-Za-z0-9+/]{43}=)*\s*$/, {
      error: '「版:鍵」をコンマで区切って書いてください。例: 1:$(openssl rand -base64 32)',
    })
    .optional(),
  /** Proxies whose word on the client's address we take: `loopback`, addresses or ranges, by commas. */
  TRUST_PROXY: z.string().min(1).optional(),
  /** Mail server; without one, mails stay in the development mailbox. */
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.jp').optional(),
  MAIL_FROM: z.string().min(3).default('結 Yui <yui@localhost>'),
  /** Shows the development mailbox in the portal; never together with real people. */
  YUI_MAILBOX: flag,
  /** Lets webhooks go to this machine and private networks, unencrypted too; for trying out, never with other people on it. */
  YUI_WEBHOOKS_LOCAL: flag,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'debug・info・warn・error・silent のどれかにしてください',
    })
    .default('info'),
  /** Lets a Prometheus outside this machine read /metrics. */
  METRICS_TOKEN: z.string().min(16, { error: '16 文字以上にしてください' }).optional(),
  /** Multiplies all rate limits; 0 switches them off. */
  RATE_LIMIT_FACTOR: z.coerce
    .number({ error: '0 以上の数で書いてください' })
    .min(0, { error: '0 以上の数で書いてください' })
    .default(1),
  /** The documents a browser may send, by their hashes, instead of the portal's own; measurements bring theirs. */
  OPERATIONS_FILE: z.string().min(1).optional(),
  /** Where traces go; without it none are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url(['http:', 'https:'], 'http://127.0.0.1:4318').optional(),
})

export type Env = z.output<typeof settings>

/** Says which settings are wrong, one sentence each, without repeating a value that may be secret. */
export class WrongSettings extends Error {
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'WrongSettings'
    this.sentences = sentences
  }
}

/** The process' settings; an empty variable counts as not set. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return parsed.data
  throw new WrongSettings(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}。`))
}
