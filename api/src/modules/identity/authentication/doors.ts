/**
 * The only ways into the library from outside. Sessions, passkeys and names are read and changed through the graph,
 * where visibility, policy and audit are; everything else the library could do stays closed.
 */
export const doors: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
])

/** The door a request knocks at. */
export const doorOf = ({ method, url }: Pick<Request, 'method' | 'url'>, basePath: string): string =>
  `${method} ${new URL(url).pathname.slice(basePath.length)}`
