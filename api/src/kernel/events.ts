import type { z } from 'zod'

/** Something a module announces: a versioned name in the past tense and the shape of its payload (ids, no names). */
export interface Event<Payload extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly payload: Payload
}

/** Declares an event, e.g. `event('registry.FacilityConfirmed.v1', z.object({ facilityId: z.uuid() }))`. */
export function event<Payload extends z.ZodObject>(name: string, payload: Payload): Event<Payload> {
  if (!/^[a-z]+\.[A-Z][A-Za-z]*\.v[1-9][0-9]*$/.test(name)) {
    throw new Error(`An event is named like "registry.FacilityConfirmed.v1", not "${name}".`)
  }
  return { name, payload }
}

/** Who may hear of an event or read an audit entry. */
export type Audience =
  | 'public'
  | `platform:${string}`
  | `corporation:${string}`
  | `facility:${string}`
  | `municipality:${string}`
  | `user:${string}`

export interface EmitOptions {
  readonly audience: readonly Audience[]
  /** Global ids of the records that changed: portals that show one of them read it again. */
  readonly entities?: readonly string[]
}

/** Announces an event with the commit of the running command; a rollback announces nothing. */
export type Emit = <Payload extends z.ZodObject>(
  event: Event<Payload>,
  payload: z.input<Payload>,
  options: EmitOptions,
) => void

/** An event as it is appended to the log. */
export interface Announcement {
  readonly name: string
  readonly payload: unknown
  readonly audience: readonly Audience[]
  readonly entities: readonly string[]
}

/** Collects what a command emits, checked against each event's declared shape. */
export function collectAnnouncements(): { emit: Emit; announcements: Announcement[] } {
  const announcements: Announcement[] = []
  const emit: Emit = (announced, payload, { audience, entities = [] }) => {
    announcements.push({
      name: announced.name,
      payload: announced.payload.parse(payload),
      audience: [...new Set(audience)],
      entities: [...new Set(entities)],
    })
  }
  return { emit, announcements }
}
