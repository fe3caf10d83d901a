type Variables = Readonly<Record<string, string | undefined>>

/** The full address of a page of the portal, for mails. What follows a `#` never reaches a server's log. */
export function portalLink(path: `/${string}`, { PUBLIC_URL, PORT }: Variables = process.env): string {
  return new URL(path, PUBLIC_URL || `http://localhost:${PORT || 4000}`).href
}
