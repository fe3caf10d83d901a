import type { MandatePermission, RoleName } from '../generated/prisma/enums.ts'

export type { MandatePermission, RoleName }

/** The kinds of body a person can act for. */
export type SeatKind = 'FACILITY' | 'CORPORATION' | 'PLATFORM' | 'MUNICIPALITY' | 'SYSTEM'

/** One body a person may act for today, with every role the person holds on it. */
export interface Seat {
  /** `KIND:id`, as sent in the header `x-yui-acting`. */
  readonly key: string
  readonly kind: SeatKind
  readonly id: string
  readonly name: string
  /** The corporation behind the body: its own id, or the facility's owner. */
  readonly corporationId: string | null
  readonly facilityId: string | null
  readonly platformId: string | null
  readonly municipalityCode: string | null
  readonly roles: readonly RoleName[]
}

/** One thing that a corporation has entrusted the acting body with, and that holds today. */
export interface HeldMandate {
  readonly id: string
  readonly permission: MandatePermission
  /** The corporation on whose behalf the body may act. */
  readonly corporationId: string
  readonly corporationName: string
}

/** Roles that act on other people's access and records, and therefore never with a password alone. */
const administrators: ReadonlySet<RoleName> = new Set([
  'CORPORATION_ADMIN',
  'PLATFORM_SECRETARIAT',
  'SYSTEM_OPERATOR',
])

/** Whether a body can only be acted for in a session with a second factor. */
export const needsSecondFactorFor = ({ roles }: Pick<Seat, 'roles'>): boolean =>
  roles.some((role) => administrators.has(role))

/**
 * Who is asking, loaded once per request. Policies read it and never query.
 * A person with several seats and none chosen has `acting: null`: such a person can look, but not act.
 */
export interface Viewer {
  readonly userId: string | null
  readonly sessionId: string | null
  /** The session passed a second factor. */
  readonly secondFactor: boolean
  /**
   * The chosen body asks for a second factor that this session lacks. `acting` is null then, so that nothing but what
   * is public and the person's own can be read, until the person has enrolled or used one.
   */
  readonly needsSecondFactor: boolean
  /** Set when a program asks with a token. */
  readonly tokenId: string | null
  /** Scopes of the token; null for a person in the portal. */
  readonly scopes: readonly string[] | null
  readonly seats: readonly Seat[]
  readonly acting: Seat | null
  /** Platforms the acting body belongs to today: as member, as member's facility, as officer or as liaison. */
  readonly platformIds: readonly string[]
  /** What corporations have entrusted the acting body with, when the viewer acts as its administrator or secretariat. */
  readonly mandates: readonly HeldMandate[]
  /** The day in Japan for which this was loaded, as Prisma keeps a `date`: for what holds from one day to another. */
  readonly today: Date
}

/** Nobody: reads what is public and nothing else. */
export const guest: Viewer = {
  userId: null,
  sessionId: null,
  secondFactor: false,
  needsSecondFactor: false,
  tokenId: null,
  scopes: null,
  seats: [],
  acting: null,
  platformIds: [],
  mandates: [],
  // What depends on the day is never a guest's.
  today: new Date(0),
}

/** Whether the acting seat carries one of the roles. */
export const actsAs = (viewer: Viewer, ...roles: RoleName[]): boolean =>
  viewer.acting?.roles.some((role) => roles.includes(role)) ?? false

/** The portal itself: reactions to events and daily tasks act as it. No request can become it. */
export const systemViewer: Viewer = { ...guest, scopes: [] }

/** Whether the portal itself is acting, not a person or a program. */
export const isSystem = (viewer: Viewer): boolean => viewer === systemViewer
