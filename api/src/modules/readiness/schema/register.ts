import { globalId } from '../../../kernel/ids.ts'
import { badInput } from '../../../kernel/read/bad-input.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy/register.ts'
import {
  shelterCount,
  shelterCounts,
  type CountAsked,
  type CountedShelter,
  type ShelterCount,
  type ShelterCounts,
} from '../queries/shelter-count.ts'
import { shelterRecord, type ShelterFactLine, type ShelterRecord } from '../queries/shelter-record.ts'
import { disasterKey } from '../queries/statement.ts'
import {
  CareNeedEnum,
  CountDefinitionEnum,
  ShelterFactKindEnum,
  ShelterFactSourceEnum,
} from './enumerations.ts'

const SCOPE = 'readiness:read'
const PAGE = 50
const seenBy = 'Seen by the facility’s people, its networks, its municipality and the operator.'

model('WelfareShelter', {
  description: `What a facility offers as a welfare shelter. That it is designated, has an agreement or is open are facts of their own. ${seenBy}`,
  visibleTo: policy.sheltersVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    facility: t.one('facility', { description: 'The facility.' }),
    dayPlaces: t.column('dayPlaces', {
      description: 'Persons by day over all kinds of need; null = not given.',
    }),
    nightPlaces: t.column('nightPlaces', { description: 'Persons by night; null = not given.' }),
    directEvacuation: t.column('directEvacuation', {
      description: 'Whether named persons may come without passing an ordinary shelter; null = not given.',
    }),
    companions: t.column('companions', {
      description: 'Family members who may come along with one person; null = not given.',
    }),
    acceptedPersons: t.column('acceptedPersons', {
      description: 'Who is accepted, in the words of the notice or agreement; blank if not given.',
    }),
    places: t.many('places', {
      description: 'Places by kind of need; the kinds may share rooms.',
      orderBy: [{ need: 'asc' }, { id: 'asc' }],
    }),
    updatedAt: t.column('updatedAt', { description: 'When it was last said.' }),
    version: t.column('version', { description: 'To be sent back when it is edited.' }),
  }),
})

model('WelfareShelterPlaces', {
  description: `Persons of one kind of need that a welfare shelter can take. ${seenBy}`,
  visibleTo: policy.placesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    need: t.column('need', { description: 'The kind of need.' }),
    day: t.column('day', { description: 'Persons by day; null = not given.' }),
    night: t.column('night', { description: 'Persons by night; null = not given.' }),
  }),
})

model('ShelterFact', {
  description: `Something that is so of a welfare shelter from a moment on, by one source; never changed, only withdrawn. What stands in published files is for everybody; a fact of a disaster for its network. Otherwise: ${seenBy}`,
  visibleTo: policy.factsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    event: t.one('event', {
      description:
        'The disaster or drill it belongs to; null in peace time, and for one that is not the asker’s.',
    }),
    kind: t.column('kind', { description: 'What is so.' }),
    at: t.column('at', { description: 'From when.' }),
    source: t.column('source', { description: 'Who says so.' }),
    sourceText: t.column('sourceText', { description: 'Which document, notice, file or person says so.' }),
    disasterId: t.computed({
      needs: ['eventId'],
      type: 'ID',
      nullable: true,
      description: 'Relay id of the disaster or drill it belongs to; null in peace time.',
      resolve: ({ eventId }) => eventId && globalId('DisasterEvent', eventId),
    }),
    recordedAt: t.column('recordedAt', { description: 'When it was written down.' }),
    withdrawnAt: t.column('withdrawnAt', { description: 'When it was taken back; null while it stands.' }),
    withdrawnReason: t.column('withdrawnReason', { description: 'Why it was taken back.' }),
  }),
})

extend('Facility', (t) => ({
  welfareShelter: t.one('welfareShelter', {
    description: `What it offers as a welfare shelter; null if nobody has said. ${seenBy}`,
  }),
  shelterFacts: t.many('shelterFacts', {
    description: 'What was said of it as a welfare shelter, the latest first, withdrawn facts too.',
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  }),
}))

const CountedShelterRef = value<CountedShelter>('ShelterCounted', {
  description: 'A facility that a count of welfare shelters counts, and the fact by which it does.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Its short name.' },
    municipality: { type: 'String', description: 'Name of its municipality.' },
    corporation: { type: 'String', nullable: true, description: 'Name of its corporation; null if unknown.' },
    phone: { type: 'String', nullable: true, description: 'Its published telephone.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    kind: { type: ShelterFactKindEnum, description: 'The fact by which it is counted.' },
    at: { type: 'DateTime', description: 'From when that is so.' },
    source: { type: ShelterFactSourceEnum, description: 'Who says so.' },
    sourceText: { type: 'String', description: 'Which document, notice, file or person says so.' },
    dayPlaces: { type: 'Int', nullable: true, description: 'Persons by day; null = not given.' },
    nightPlaces: { type: 'Int', nullable: true, description: 'Persons by night; null = not given.' },
    directEvacuation: {
      type: 'Boolean',
      nullable: true,
      description: 'Whether named persons may come straight there; null = not given.',
    },
    acceptedPersons: { type: 'String', description: 'Who is accepted; blank if not given.' },
    needs: { type: [CareNeedEnum], description: 'Kinds of need for which places are given.' },
  },
})

const ShelterCountRef = value<ShelterCount>('ShelterCount', {
  description: 'A count of welfare shelters by one named definition, with the rows behind it.',
  fields: {
    definition: { type: CountDefinitionEnum, description: 'The way of counting.' },
    at: { type: 'DateTime', description: 'The moment that is counted.' },
    drill: { type: 'Boolean', description: 'It is the count of a drill: 【訓練】.' },
    count: { type: 'Int', description: 'Number of facilities.' },
    found: { type: 'Int', description: 'Of them those with the wished need and way in.' },
    startCursor: {
      type: 'String',
      nullable: true,
      description: 'Place of the first row; null without rows.',
    },
    endCursor: { type: 'String', nullable: true, description: 'Place of the last row; null without rows.' },
    hasPrevious: { type: 'Boolean', description: 'There are rows before this page.' },
    hasNext: { type: 'Boolean', description: 'There are rows after this page.' },
    rows: {
      type: [CountedShelterRef],
      description: 'A page of the facilities, by municipality and the reading of their names.',
    },
  },
})

const ShelterDefinitionCountRef = value<ShelterCounts>('ShelterDefinitionCount', {
  description: 'The number that one way of counting gives.',
  fields: {
    definition: { type: CountDefinitionEnum, description: 'The way of counting.' },
    count: { type: 'Int', description: 'Number of facilities.' },
  },
})

interface Arguments {
  readonly eventId?: string | number | null
  readonly at?: Date | null
  readonly knownAt?: Date | null
  readonly municipalityCode?: string | null
  readonly sources?: CountAsked['sources'] | undefined
}

const asked = ({ eventId, at, knownAt, municipalityCode, sources }: Arguments, now: Date): CountAsked => ({
  eventId: disasterKey(eventId?.toString()),
  at: at ?? now,
  knownAt: knownAt ?? now,
  municipalityCode: municipalityCode ?? null,
  sources: sources ?? null,
})

query.custom('shelterCount', {
  access: 'public',
  scope: SCOPE,
  description:
    'How many welfare shelters there are by one named way of counting, and which they are, as far as the asker may know of the facts. A drill is counted only where its own id is given. Null for a disaster that is not the asker’s.',
  type: ShelterCountRef,
  nullable: true,
  complexity: 50,
  args: (arg) => ({
    definition: arg({ type: CountDefinitionEnum, required: true, description: 'The way of counting.' }),
    eventId: arg.id({ description: 'The disaster or drill; left out = peace time and all disasters.' }),
    at: arg({ type: 'DateTime', description: 'The moment that is counted; now unless given.' }),
    knownAt: arg({
      type: 'DateTime',
      description: 'As it was known at this moment: what was recorded or withdrawn later is not looked at.',
    }),
    municipalityCode: arg.string({ description: 'Only in this municipality, by its 6 digits.' }),
    sources: arg({ type: [ShelterFactSourceEnum], description: 'Only what these sources say.' }),
    need: arg({ type: CareNeedEnum, description: 'Rows only of those with places for this kind of need.' }),
    direct: arg.boolean({
      description: 'True = rows only of those to which named persons may come straight.',
    }),
    first: arg.int({ description: 'Rows of a page: 1 to 100, 50 unless given.' }),
    after: arg.string({ description: 'The page after this place: `endCursor` of the page before.' }),
    before: arg.string({ description: 'The page before this place: `startCursor` of the page after.' }),
  }),
  resolve: ({ definition, need, direct, first, after, before, ...rest }, { viewer, now, sql }) => {
    const rows = first ?? PAGE
    if (rows < 1 || rows > 100) throw badInput('`first` is 1 to 100.')
    return shelterCount(sql, viewer, definition, asked(rest, now), {
      need: need ?? null,
      direct: direct ?? false,
      first: rows,
      after: after ?? null,
      before: before ?? null,
    })
  },
})

query.custom('shelterCounts', {
  access: 'public',
  scope: SCOPE,
  description:
    'What every way of counting welfare shelters gives, side by side. Null for a disaster that is not the asker’s.',
  type: [ShelterDefinitionCountRef],
  nullable: true,
  complexity: 50,
  args: (arg) => ({
    eventId: arg.id({ description: 'The disaster or drill; left out = peace time and all disasters.' }),
    at: arg({ type: 'DateTime', description: 'The moment that is counted; now unless given.' }),
    municipalityCode: arg.string({ description: 'Only in this municipality, by its 6 digits.' }),
  }),
  resolve: (args, { viewer, now, sql }) => shelterCounts(sql, viewer, asked(args, now)),
})

const ShelterFactLineRef = value<ShelterFactLine>('ShelterFactLine', {
  description: 'Something that was said of a welfare shelter, with what belongs to it.',
  fields: {
    shelterFactId: { type: 'ID', description: 'Relay id of the fact.' },
    kind: { type: ShelterFactKindEnum, description: 'What is so.' },
    at: { type: 'DateTime', description: 'From when.' },
    source: { type: ShelterFactSourceEnum, description: 'Who says so.' },
    sourceText: { type: 'String', description: 'Which document, notice, file or person says so.' },
    eventName: { type: 'String', nullable: true, description: 'The disaster or drill; null in peace time.' },
    drill: { type: 'Boolean', description: 'It belongs to a drill: 【訓練】.' },
    documentId: {
      type: 'ID',
      nullable: true,
      description:
        'The notice or agreement on the shelf; null if none is named, or none that the asker may open.',
    },
    documentTitle: { type: 'String', nullable: true, description: 'What it is called; null as above.' },
    recordedAt: { type: 'DateTime', description: 'When it was written down.' },
    withdrawnAt: { type: 'DateTime', nullable: true, description: 'When it was taken back.' },
    withdrawnReason: { type: 'String', nullable: true, description: 'Why it was taken back.' },
    mayWithdraw: { type: 'Boolean', description: 'Whether the asker may take it back.' },
  },
})

const ShelterRecordRef = value<ShelterRecord>('ShelterRecord', {
  description: 'A facility’s entry in the register of welfare shelters, as far as the asker may read it.',
  fields: {
    designated: { type: 'Boolean', description: 'Designated today.' },
    agreed: { type: 'Boolean', description: 'With an agreement today.' },
    planned: { type: 'Boolean', description: 'Planned, and neither yet.' },
    mayEdit: { type: 'Boolean', description: 'Whether the asker may say what it offers.' },
    recordsAs: {
      type: [ShelterFactSourceEnum],
      description: 'In whose name the asker may say something of it.',
    },
    facts: { type: [ShelterFactLineRef], description: 'What was said, the latest first, at most 200.' },
  },
})

query.custom('shelterRecord', {
  access: 'public',
  scope: SCOPE,
  description:
    'What is on record of one facility as a welfare shelter. Guests read what stands in published files. Null if there is no such facility.',
  type: ShelterRecordRef,
  nullable: true,
  complexity: 20,
  args: (arg) => ({ facilityId: arg.id({ required: true, description: 'The facility.' }) }),
  resolve: ({ facilityId }, { viewer, now, sql }) =>
    shelterRecord(sql, viewer, keyOf('Facility', facilityId), now),
})
