const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const CURSORS = new Set(['cursor', 'startCursor', 'endCursor'])

/**
 * What an answer says, without the forms in which servers differ: ids become the key they hide, cursors vanish (only
 * that there is one remains), instants are written in one way, and what is said beside the data does not count.
 */
export function contentOf(answer: string): unknown {
  const { data } = JSON.parse(answer, (key, value: unknown) => {
    if (typeof value !== 'string') return value
    if (key === 'id') return keyIn(value)
    if (CURSORS.has(key)) return 'cursor'
    return INSTANT.test(value) ? new Date(value).toISOString() : value
  }) as { data?: unknown }
  return data
}

function keyIn(id: string): string {
  return (UUID.exec(id) ?? UUID.exec(Buffer.from(id, 'base64url').toString('utf8')))?.[0] ?? id
}

/** Where two contents first differ, for a person to look; undefined when they are equal. */
export function firstDifference(one: unknown, other: unknown, at = 'answer'): string | undefined {
  if (Object.is(one, other)) return undefined
  if (!isObject(one) || !isObject(other)) return `${at}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const difference = firstDifference(one[key], other[key], `${at}.${key}`)
    if (difference) return difference
  }
  return undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
