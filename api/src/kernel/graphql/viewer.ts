import type { Seat, SeatKind, Viewer as ViewerShape } from '../viewer.ts'
import { query } from '../read/query.ts'
import { builder } from './builder.ts'

const seatKinds: Record<SeatKind, string> = {
  FACILITY: 'One facility.',
  CORPORATION: 'A corporation.',
  PLATFORM: 'A network.',
  MUNICIPALITY: 'A municipality; its seats only read.',
  SYSTEM: 'This installation.',
}

/** Kinds of body, for the fields of modules. */
export const SeatKindEnum = builder.enumType('SeatKind', {
  description: 'The kinds of body a person can act for.',
  values: Object.fromEntries(
    Object.entries(seatKinds).map(([kind, description]) => [kind, { description }]),
  ) as Record<SeatKind, { description: string }>,
})

const SeatRef = builder.objectRef<Seat>('Seat').implement({
  description: 'One body the viewer may act for today, with every role held on it. Seen only by the person.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'Sent as header `x-yui-acting` (or as `acting` when a socket opens) to act for this body.',
    }),
    kind: t.expose('kind', { type: SeatKindEnum, description: 'What kind of body it is.' }),
    name: t.exposeString('name', { description: 'Name of the body.' }),
    roles: t.stringList({
      description: 'Roles held on it today, e.g. FACILITY_DIRECTOR.',
      resolve: ({ roles }) => [...roles],
    }),
  }),
})

/** Who is asking. Modules add what belongs to them with `builder.objectField(Viewer, …)`. */
export const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: 'Who is asking, and for whom. Everything in it is seen by nobody else.',
  fields: (t) => ({
    signedIn: t.boolean({
      description: 'False for a guest, who reads what is public.',
      resolve: ({ userId }) => userId !== null,
    }),
    secondFactor: t.exposeBoolean('secondFactor', {
      description: 'Whether this session passed a second factor; administrators need it for every act.',
    }),
    needsSecondFactor: t.exposeBoolean('needsSecondFactor', {
      description:
        'Whether the chosen body asks for a second factor that this session lacks; `acting` is null until it has one.',
    }),
    seats: t.field({
      type: [SeatRef],
      description: 'Bodies the viewer may act for today; bounded by the roles one person holds.',
      resolve: ({ seats }) => [...seats],
    }),
    acting: t.field({
      type: SeatRef,
      nullable: true,
      description:
        'The body this request acts for; null if none was chosen, then acts are refused (CHOOSE_ACTING).',
      resolve: ({ acting }) => acting,
    }),
    entrusted: t.boolean({
      description: 'Whether corporations have entrusted the acting body with something that holds today.',
      resolve: ({ mandates }) => mandates.length > 0,
    }),
  }),
})

query.custom('viewer', {
  description: 'Who is asking. Always there: a guest is a viewer who is not signed in.',
  access: 'public',
  scope: 'account:read',
  type: Viewer,
  resolve: (_args, { viewer }) => viewer,
})
