/**
 * The secret of an invited body, from the fragment of its link, which no server sees. It is taken once: the address in the
 * bar is left without it, so that nobody reads it over a shoulder or from the history of a shared PC.
 */
export function guestSecret(): string | null {
  const secret = window.location.hash.slice(1)
  if (secret) window.history.replaceState(null, '', window.location.pathname)
  return secret || null
}

/** The link that is handed to an invited body. */
export const guestLink = (secret: string): string => `${window.location.origin}/meeting-guest#${secret}`
