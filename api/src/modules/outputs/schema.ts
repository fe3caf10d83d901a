import './carrying.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { OutputForm } from '../../generated/prisma/enums.ts'
import { mutation } from '../../kernel/graphql/mutation.ts'
import { enumeration } from '../../kernel/read/enumeration.ts'
import { model } from '../../kernel/read/model.ts'
import { query } from '../../kernel/read/query.ts'
import { value } from '../../kernel/read/value.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { recordOutputFiling } from './commands/record-output-filing.ts'
import { figuresOf, type UnclaimedLine } from './figures.ts'
import { outputForms } from './inputs.ts'
import * as policy from './policy.ts'
import type { ClaimLine } from './rules/claim.ts'
import type { FilledField, Missing } from './rules/target.ts'
import { sheetsOf } from './sheets.ts'
import { eventFigures } from './source.ts'

const OutputFormEnum = enumeration('OutputForm', {
  description: 'A form that is made of an event.',
  values: outputForms,
})

const FieldRef = value<FilledField>('OutputField', {
  description: 'A field of a form.',
  fields: {
    label: { type: 'String', description: 'What the form calls it.' },
    value: { type: 'String', nullable: true, description: 'What stands in it; null if nothing does.' },
  },
})
const MissingRef = value<Missing>('OutputMissing', {
  description: 'Something that has no place or no value, and why.',
  fields: {
    label: { type: 'String', description: 'What it is.' },
    reason: { type: 'String', description: 'Why, in Japanese.' },
  },
})

interface Sheet {
  readonly facilityId: string
  readonly facility: string
  readonly fields: readonly FilledField[]
  readonly missing: readonly Missing[]
}
const SheetRef = value<Sheet>('OutputSheet', {
  description: 'A form filled for one facility.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    facility: { type: 'String', description: 'Name of the facility.' },
    fields: { type: [FieldRef], description: 'The fields, in the form’s order.' },
    missing: { type: [MissingRef], description: 'What the form asks and could not be filled.' },
  },
})
const ClaimRef = value<ClaimLine>('OutputClaimLine', {
  description: 'Costs of one category under 災害救助法.',
  fields: {
    code: { type: 'String', description: 'The category.' },
    name: { type: 'String', description: 'What it is called.' },
    confirmed: { type: 'Boolean', description: 'Whether the category was checked; else 未確認.' },
    lines: { type: 'Int', description: 'Number of entries.' },
    yen: { type: 'Int', description: 'Their sum, yen.' },
    withoutYen: { type: 'Int', description: 'Entries without an amount yet.' },
    withoutEvidence: { type: 'Int', description: 'Entries without their papers.' },
  },
})

const UnclaimedRef = value<UnclaimedLine>('OutputUnclaimed', {
  description: 'Something that went out and has no line in the claim yet.',
  fields: {
    facility: { type: 'String', description: 'Name of the facility that helped.' },
    what: { type: 'String', description: 'What went out.' },
    at: { type: 'DateTime', description: 'When it went out.' },
  },
})

interface Output {
  readonly form: OutputForm
  readonly title: string
  readonly eventName: string
  readonly network: string
  readonly drill: boolean
  readonly asOf: Date
  readonly basis: string
  readonly confirmed: boolean
  readonly sheets: readonly Sheet[]
  readonly leftOut: readonly Missing[]
  readonly claim: readonly ClaimLine[]
  readonly unclaimed: readonly UnclaimedLine[]
}
const OutputRef = value<Output>('EventOutput', {
  description: 'One form of an event, filled with what was entered once.',
  fields: {
    form: { type: OutputFormEnum, description: 'Which form.' },
    title: { type: 'String', description: 'Its title; begins with 【訓練】 for a drill.' },
    eventName: { type: 'String', description: 'The event; begins with 【訓練】 for a drill.' },
    network: { type: 'String', description: 'The network.' },
    drill: { type: 'Boolean', description: 'Whether it is a drill.' },
    asOf: { type: 'DateTime', description: 'When it was filled.' },
    basis: { type: 'String', description: 'On what its fields rest.' },
    confirmed: {
      type: 'Boolean',
      description: 'Whether they were checked against the real form; else 未確認.',
    },
    sheets: { type: [SheetRef], description: 'One per facility it concerns, by name.' },
    leftOut: { type: [MissingRef], description: 'What is known and has no place in the form.' },
    claim: { type: [ClaimRef], description: 'COST_CLAIM: by category; otherwise empty.' },
    unclaimed: { type: [UnclaimedRef], description: 'COST_CLAIM: what is still unclaimed; otherwise empty.' },
  },
})

/** The key of the event that a Relay id names; null for what is none. */
function eventKey(id: string): string | null {
  const parsed = parseGlobalId(id)
  return parsed?.model === 'DisasterEvent' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(parsed.id)
    ? parsed.id
    : null
}

query.custom('eventOutput', {
  description:
    'One form of an event. Null for who does not see the event, and for a claim to everybody but officers and the municipality.',
  access: 'signedIn',
  scope: 'outputs:read',
  type: OutputRef,
  nullable: true,
  args: (arg) => ({
    eventId: arg.id({ required: true, description: 'The event.' }),
    form: arg({ type: OutputFormEnum, required: true, description: 'Which form.' }),
  }),
  complexity: 100,
  async resolve({ eventId, form }, { viewer, now, sql }): Promise<Output | null> {
    const key = eventKey(eventId)
    const event = key && (await eventFigures.event(sql, key))
    if (!event || !policy.readForm(viewer, event.platformId, form).allowed) return null
    const figures = await figuresOf(eventFigures, sql, event.id, { viewer, now })
    if (!figures) return null
    const { sheets, ...filled } = sheetsOf(form, figures)
    return {
      ...filled,
      sheets: sheets.map((sheet) => ({ ...sheet, facilityId: globalId('Facility', sheet.facilityId) })),
    }
  },
})

model('OutputFiling', {
  description: 'A form of an event was handed in. Seen by whoever sees the event.',
  visibleTo: policy.filingsVisibleTo,
  scope: 'outputs:read',
  fields: (t) => ({
    id: t.id(),
    event: t.one('event', { description: 'The disaster or drill it belongs to.' }),
    form: t.column('form', { description: 'Which form.' }),
    facility: t.one('facility', { description: 'The facility it is about; null = the whole event.' }),
    filedAt: t.column('filedAt', { description: 'When it was handed in.' }),
    note: t.column('note', { description: 'Where, to whom.' }),
    filedBy: t.one('filedBy', { description: 'Who said so; null unless the asker may know the person.' }),
  }),
})

query.list('outputFilings', {
  model: 'OutputFiling',
  access: 'signedIn',
  description: 'Which forms of an event were handed in, the latest first.',
  args: (arg) => ({
    eventId: arg.id({ required: true, description: 'The event.' }),
    form: arg({ type: OutputFormEnum, description: 'Only this form.' }),
  }),
  where({ eventId, form }): Prisma.OutputFilingWhereInput {
    const key = eventKey(eventId)
    return key ? { eventId: key, ...(form ? { form } : {}) } : { id: { in: [] } }
  },
  orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
})

mutation(recordOutputFiling, { payload: { outputFiling: 'OutputFiling' } })
