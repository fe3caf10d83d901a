interface BeginningSession {
  readonly expiresAt: Date
}

interface Request {
  readonly path?: string
  readonly context: { readonly session: { readonly session: Record<string, unknown> } | null }
}

/** Ways to begin a session that take a second factor. */
const withSecondFactor = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
])

/**
 * Notes on a beginning session whether it passed a second factor. One that replaces another (after a new password)
 * inherits that, and never lives longer than the one it replaces.
 */
export async function sessionBeginnings(session: BeginningSession, request: Request | null) {
  const replaced = request?.context.session?.session
  const passed = withSecondFactor.has(request?.path ?? '')
  const inherited = request?.path === '/change-password' && replaced?.secondFactor === true
  const end = replaced?.expiresAt instanceof Date ? replaced.expiresAt : session.expiresAt
  return {
    data: {
      ...session,
      secondFactor: passed || inherited,
      expiresAt: end < session.expiresAt ? end : session.expiresAt,
    },
  }
}
