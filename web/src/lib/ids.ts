/** The type a Relay id names; undefined for what is none. */
export function typeOf(id: string): string | undefined {
  try {
    const [type, key] = atob(id.replaceAll('-', '+').replaceAll('_', '/')).split(':')
    return key ? type : undefined
  } catch {
    return undefined
  }
}

/** The Relay id of a record of which only type and key are known; the key is plain letters and digits. */
export const globalId = (type: string, key: string): string =>
  btoa(`${type}:${key}`).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
