import { changesSince, type LoggedEvent, type Page } from '../live/log.ts'
import { hears } from '../live/audience.ts'
import { updatesSince, type Update } from '../live/updates.ts'
import { authorize } from '../read/access.ts'
import { query } from '../read/query.ts'
import { sqlFor } from '../read/sql.ts'
import { builder } from './builder.ts'
import './scalars.ts'

const SCOPE = 'events:read'
const MAX_CHANGES = 500

builder.subscriptionType({ description: 'What happens, as it happens. Only over the socket at /graphql/ws.' })

const UpdateRef = builder.objectRef<Update>('LiveUpdate').implement({
  description:
    'An event, or a sign of life (every 20 seconds, without a name), or the word that the cursor is too old (`reset`).',
  fields: (t) => ({
    seq: t.field({
      type: 'BigInt',
      description:
        'Cursor. It follows the order of commits: keep the last one and give it as `after` next time.',
      resolve: ({ seq }) => seq,
    }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'What happened, e.g. registry.FacilityConfirmed.v1; null for a sign of life or a reset.',
    }),
    at: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it happened.',
      resolve: ({ at }) => at,
    }),
    entities: t.idList({
      description: 'Relay ids of the records that changed; whoever shows one of them reads it again.',
      resolve: ({ entities }) => [...entities],
    }),
    reset: t.exposeBoolean('reset', {
      description: 'True if what was missed cannot be told one by one: read everything that is shown again.',
    }),
  }),
})

builder.subscriptionField('events', (t) =>
  t.field({
    type: UpdateRef,
    description:
      'Events the viewer may hear of: public ones, and those of the own person, bodies and networks. Starts with what ' +
      'was missed since `after`, if that is not longer ago than seven days.',
    args: {
      after: t.arg({
        type: 'BigInt',
        description:
          'The last `seq` that was seen. Without it the first update is a reset with the current one.',
      }),
    },
    extensions: { access: { access: 'public', scope: SCOPE } },
    subscribe(_root, { after }, { readPool, viewer, live }) {
      authorize(viewer, 'public', SCOPE)
      if (!live) throw new Error('Subscriptions need a socket.')
      return updatesSince(sqlFor(readPool), live, after ?? null)
    },
    resolve: (update) => update,
  }),
)

const EventRef = builder.objectRef<LoggedEvent>('LoggedEvent').implement({
  description: 'One event of the log that the viewer may hear of.',
  fields: (t) => ({
    seq: t.field({
      type: 'BigInt',
      description: 'Its place in the order of commits.',
      resolve: ({ seq }) => seq,
    }),
    name: t.exposeString('name', { description: 'What happened, e.g. registry.FacilityConfirmed.v1.' }),
    at: t.field({ type: 'DateTime', description: 'When it happened.', resolve: ({ at }) => at }),
    entities: t.idList({
      description: 'Relay ids of the records that changed.',
      resolve: ({ entities }) => [...entities],
    }),
  }),
})

const ChangesRef = builder.objectRef<Page>('Changes').implement({
  description: 'What happened since a cursor; for those who cannot keep a socket open.',
  fields: (t) => ({
    events: t.field({
      type: [EventRef],
      description: 'In the order of commits.',
      resolve: ({ events }) => [...events],
    }),
    seq: t.field({ type: 'BigInt', description: 'Cursor for the next time.', resolve: ({ seq }) => seq }),
    more: t.exposeBoolean('more', { description: 'True if there is more: ask again at once.' }),
    reset: t.exposeBoolean('reset', {
      description: 'True if everything that is shown should be read again.',
    }),
  }),
})

query.custom('changesSince', {
  description:
    'The same as the subscription `events`, for polling: what the viewer may hear of since a cursor. Two statements.',
  access: 'public',
  scope: SCOPE,
  type: ChangesRef,
  complexity: 20,
  args: (arg) => ({
    after: arg({
      type: 'BigInt',
      description: 'The last `seq` that was seen; without it the answer is a reset.',
    }),
    first: arg.int({ defaultValue: 100, description: `At most so many events, up to ${MAX_CHANGES}.` }),
  }),
  resolve: ({ after, first }, { viewer, sql }) =>
    changesSince(sql, hears(viewer), after ?? null, Math.min(Math.max(first ?? 100, 1), MAX_CHANGES)),
})
