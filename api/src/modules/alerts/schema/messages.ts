import './enums.ts'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy/alerts.ts'
import { AlertReading } from './enums.ts'

model('AlertMessage', {
  description:
    'A message of 気象庁防災情報XML as it came in, and what was read in it; source: 気象庁. Seen by everybody who acts for a body; what could not be read by secretariats, municipalities and the operator.',
  visibleTo: policy.messagesVisibleTo,
  scope: 'alerts:read',
  fields: (t) => ({
    id: t.id(),
    reading: t.column('reading', { description: 'How far it could be read.' }),
    problem: t.column('problem', { description: 'Why it could not be read, as a code; null if it could.' }),
    kind: t.column('kind', { description: 'What it is.' }),
    drill: t.computed({
      needs: ['status'],
      type: 'Boolean',
      description: '訓練・試験: it says of nothing that is so.',
      resolve: ({ status }) => status !== 'NORMAL',
    }),
    status: t.column('status', { description: 'Real, drill or test.' }),
    infoType: t.column('infoType', { description: 'Issued, corrected, delayed or taken back.' }),
    controlTitle: t.column('controlTitle', { description: 'Title of the head that carries it (情報名称).' }),
    title: t.column('title', { description: 'Its title.' }),
    headline: t.column('headline', { description: 'What it says in words.' }),
    office: t.column('office', { description: 'Who issued it.' }),
    serial: t.column('serial', { description: 'Number among the messages about one thing; null without.' }),
    reportedAt: t.column('reportedAt', { description: 'When it was issued; null if it could not be read.' }),
    receivedAt: t.column('receivedAt', { description: 'When it came in here.' }),
    channel: t.computed({
      needs: ['channel'],
      type: 'String',
      description: 'How it came in: UPLOAD, RELAY or TASK.',
      resolve: ({ channel }) => channel,
    }),
    standing: t.column('standing', { description: 'How it stands among those about the same thing.' }),
    exact: t.column('exact', { description: 'Whether the text is what came in, byte for byte.' }),
    rawText: t.column('rawText', { description: 'The text as it came in.' }),
    areas: t.many('areas', {
      description: 'What it says of each area, in its own order.',
      orderBy: [{ position: 'asc' }],
    }),
    concerns: t.many('concerns', {
      description: 'The networks it concerned when it came in, as far as the asker belongs to them.',
      orderBy: [{ id: 'asc' }],
    }),
  }),
})

model('AlertArea', {
  description: 'What a message says of one area, one phenomenon each. Seen with the message.',
  visibleTo: policy.areasVisibleTo,
  scope: 'alerts:read',
  fields: (t) => ({
    id: t.id(),
    form: t.column('form', { description: 'What kind of area.' }),
    code: t.column('code', { description: 'Its code as the message gives it.' }),
    name: t.column('name', { description: 'Name of the area.' }),
    municipalityCode: t.column('municipalityCode', {
      description: 'The municipality, 6 digits; null where the code names none.',
    }),
    prefectureCode: t.column('prefectureCode', { description: 'The prefecture, 2 digits; null if unknown.' }),
    phenomenon: t.column('phenomenon', { description: 'In the message’s words.' }),
    signal: t.column('signal', { description: 'By what it is measured; null if it weighs nothing.' }),
    rank: t.column('rank', { description: 'The weight by the scale of the signal.' }),
    change: t.column('change', { description: 'What changed, in the message’s words.' }),
    ended: t.column('ended', { description: 'Whether it no longer holds (解除).' }),
  }),
})

model('AlertConcern', {
  description: 'A message concerns a network. Seen by the network’s people.',
  visibleTo: policy.concernsVisibleTo,
  scope: 'alerts:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    municipalityCodes: t.column('municipalityCodes', {
      description: 'Municipalities of the network that it touches, 6 digits.',
    }),
  }),
})

query.one('alertMessage', {
  model: 'AlertMessage',
  access: 'signedIn',
  description: 'One message by its id.',
})

query.list('alertMessages', {
  model: 'AlertMessage',
  access: 'signedIn',
  description: 'Messages that came in, the latest first.',
  args: (arg) => ({
    platformId: arg.id({ description: 'Only those that concern this network.' }),
    reading: arg({ type: AlertReading, description: 'Only those that could be read so far.' }),
  }),
  where({ platformId, reading }): Prisma.AlertMessageWhereInput {
    const network = platformId ? readGlobalId(platformId) : null
    if (platformId && network?.model !== 'Platform') return { id: { in: [] } }
    return {
      ...(reading ? { reading } : {}),
      ...(network ? { concerns: { some: { platformId: network.key } } } : {}),
    }
  },
  orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
})
