/** The secret of a printed sheet, from the fragment of its link; the address in the bar is left without it. */
export function sheetSecret(): string | null {
  const secret = window.location.hash.slice(1)
  if (secret) window.history.replaceState(null, '', window.location.pathname)
  return secret || null
}

export const sheetLink = (secret: string): string => `${window.location.origin}/intake-sheet#${secret}`
