/** The type a Relay id names; undefined for what is none. */
export function typeOf(id: string): string | undefined {
  try {
    const [type, key] = atob(id.replaceAll('-', '+').replaceAll('_', '/')).split(':')
    return key ? type : undefined
  } catch {
    return undefined
  }
}
