import { parseGlobalId } from '../../../kernel/ids.ts'
import { badInput } from '../../../kernel/read/bad-input.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The key behind an argument that takes the id of an event, whichever module puts events into the graph. */
export function eventKey(id: string): string {
  const parsed = parseGlobalId(id)
  if (parsed?.model !== 'DisasterEvent' || !uuid.test(parsed.id))
    throw badInput(`${id} is not an id of a DisasterEvent.`)
  return parsed.id
}
