import type { Prisma } from '../../../generated/prisma/client.ts'
import { builder } from '../../../kernel/graphql/builder.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { globalId } from '../../../kernel/ids.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { endMandate } from '../commands/end-mandate.ts'
import { giveMandates } from '../commands/give-mandates.ts'
import '../mandate-carrying.ts'
import { findMandateEndPreview, type KeyedPreview } from '../mandate-queries.ts'
import * as policy from '../policy/mandates.ts'
import { mandateStateOf, type MandateWork } from '../rules/mandates.ts'

enumeration('MandatePermission', {
  description: 'One thing that a corporation can entrust another body with.',
  values: {
    CONFIRM_FACTS: 'Say that its facts and those of its facilities are right.',
    EDIT_FACTS: 'Correct its facts and those of its facilities.',
    SEE_ALL_CONTACTS: 'See all its contacts and those of its facilities, by day and by night.',
  },
})

enumeration('MandateEnding', {
  description: 'Why a mandate ended before its last day.',
  values: {
    REVOKED: 'The corporation took it back.',
    RETURNED: 'The holder gave it back.',
    MEMBERSHIP_ENDED: 'The corporation left the network that held it.',
    CORPORATION_ENDED: 'One of the two corporations merged or was dissolved.',
  },
})

const MandateState = builder.enumType('MandateState', {
  description: 'How a mandate stands.',
  values: {
    PLANNED: { description: 'Its first day is yet to come.' },
    HELD: { description: 'It permits today what it says.' },
    ENDED: { description: 'Its last day is over, or it was ended.' },
  },
})

/** Those that stand or are yet to begin. */
const standing = (today: Date): Prisma.MandateWhereInput => ({
  endedAt: null,
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
})

const seenBy = 'Seen by the people of both sides and by the operator.'

model('Mandate', {
  description: `任せている権限: a corporation lets a network’s secretariat or another corporation do one named thing for it. ${seenBy}`,
  visibleTo: policy.mandatesVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    corporation: t.one('corporation', { description: 'Who entrusts.' }),
    holderCorporation: t.one('holderCorporation', {
      description: 'The corporation that is entrusted; null if it is a network.',
    }),
    holderPlatform: t.one('holderPlatform', {
      description: 'The network whose secretariat is entrusted; null if it is a corporation, or not seen.',
    }),
    permission: t.column('permission', { description: 'With what.' }),
    startsOn: t.column('startsOn', { description: 'First day.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null = until it is ended.' }),
    note: t.column('note', { description: 'What both should know of it; null if nothing.' }),
    grantedBy: t.one('grantedBy', {
      description: 'Who entrusted; null unless the asker may know the person.',
    }),
    createdAt: t.column('createdAt', { description: 'When it was entrusted.' }),
    endedAt: t.column('endedAt', { description: 'When it was ended; null if nobody ended it.' }),
    endedBecause: t.column('endedBecause', { description: 'Why it was ended; null if nobody ended it.' }),
    endedBy: t.one('endedBy', { description: 'Who ended it; null unless the asker may know the person.' }),
    state: t.computed({
      needs: ['startsOn', 'endsOn', 'endedAt'],
      type: MandateState,
      description: 'How it stands today.',
      resolve: (row, { viewer }) => mandateStateOf(row, viewer.today),
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      end: {
        description: 'Take it back, or give it back.',
        needs: ['corporationId', 'holderCorporationId', 'holderPlatformId'],
        policy: policy.endMandate,
      },
    }),
  }),
})

extend('Corporation', (t) => ({
  mandatesGiven: t.many('mandatesGiven', {
    description: `What it has entrusted others with, the latest first; those that have ended only if asked for. ${seenBy}`,
    args: (arg) => ({ ended: arg.boolean({ description: 'Also those that have ended.' }) }),
    where: ({ ended }, viewer) => (ended ? {} : standing(viewer.today)),
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  }),
  entrustsViewer: t.computed({
    needs: ['id'],
    type: 'Boolean',
    description: 'Whether it has entrusted the acting body with something that holds today.',
    resolve: ({ id }, { viewer }) => viewer.mandates.some(({ corporationId }) => corporationId === id),
  }),
}))

extend('Facility', (t) => ({
  entrustedBy: t.computed({
    needs: ['corporationId'],
    type: 'String',
    nullable: true,
    description:
      'Name of its corporation, if that has entrusted the acting body with confirming or correcting its facts today.',
    resolve: ({ corporationId }, { viewer }) =>
      viewer.mandates.find(
        (mandate) => mandate.corporationId === corporationId && mandate.permission !== 'SEE_ALL_CONTACTS',
      )?.corporationName ?? null,
  }),
}))

query.one('mandate', { model: 'Mandate', access: 'signedIn', description: 'One mandate by its id.' })

query.list('heldMandates', {
  model: 'Mandate',
  access: 'signedIn',
  description:
    'What corporations have entrusted the acting body with, the latest first; those that have ended only if asked for.',
  args: (arg) => ({ ended: arg.boolean({ description: 'Also those that have ended.' }) }),
  where: ({ ended }, viewer) => ({ AND: [policy.heldBy(viewer), ended ? {} : standing(viewer.today)] }),
  orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
})

const WorkKind = builder.enumType('MandateWorkKind', {
  description: 'What is open and depends on a mandate.',
  values: {
    REQUEST: { description: 'A secretariat waits for an answer that the holder could give.' },
    DUE: { description: 'A block that the holder could confirm is stale, or will be within 30 days.' },
    UNCONFIRMED: { description: 'The holder corrected a block that nobody has confirmed since.' },
  },
})

const WorkRef = value<MandateWork>('MandateWork', {
  description: 'One piece of open work that the holder can do by a mandate alone.',
  fields: {
    kind: { type: WorkKind, description: 'What kind of work.' },
    facilityId: {
      type: 'ID',
      nullable: true,
      description: 'The facility; null for the corporation’s own facts.',
    },
    facilityName: {
      type: 'String',
      nullable: true,
      description: 'Name of the facility; null for the corporation’s own facts.',
    },
    block: {
      type: 'String',
      description: 'The block: a FacilityBlock, or a CorporationBlock without facility.',
    },
    on: {
      type: 'String',
      nullable: true,
      description:
        'YYYY-MM-DD: day of the request or of the correction, or last day on which the block is fresh; null if it never was confirmed.',
    },
    network: { type: 'String', nullable: true, description: 'The network that asks; null if none does.' },
    ownPeople: {
      type: 'Int',
      nullable: true,
      description: 'How many people of the facility itself can do it; null for the corporation’s own facts.',
    },
  },
})

query.custom('mandateEndPreview', {
  access: 'signedIn',
  scope: 'registry:read',
  description:
    'What is open and depends on a mandate, before it is ended: for who may end it. Null if there is none, or it has ended.',
  type: value<KeyedPreview>('MandateEndPreview', {
    description: 'What ending a mandate would mean. Nothing that was done by it changes.',
    fields: {
      work: { type: [WorkRef], description: 'Open work; afterwards the corporation’s own people do it.' },
      hiddenContacts: { type: 'Int', description: 'Contacts that the holder would see no longer.' },
      contactsOutOfReach: {
        type: 'Boolean',
        description:
          'Whether the holder keeps other mandates that without this one no longer reach the contacts: nobody confirms or corrects a list that they do not see whole.',
      },
      confirmed: { type: 'Int', description: 'How often facts were confirmed by it; all of that stays.' },
      key: { type: 'String', description: 'To be sent with `endMandate`: what was shown.' },
    },
  }),
  nullable: true,
  args: (arg) => ({ mandateId: arg.id({ required: true, description: 'The mandate.' }) }),
  complexity: 30,
  resolve: async ({ mandateId }, { viewer, now, sql }) => {
    const preview = await findMandateEndPreview(sql, viewer, mandateId, now)
    return (
      preview && {
        ...preview,
        work: preview.work.map((item) => ({
          ...item,
          facilityId: item.facilityId && globalId('Facility', item.facilityId),
        })),
      }
    )
  },
})

mutation(giveMandates, { payload: { corporation: 'Corporation' } })
mutation(endMandate, { payload: { mandate: 'Mandate', corporation: 'Corporation' } })
