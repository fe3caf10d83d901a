import { z } from 'zod'
import { builder } from '../../../kernel/graphql/builder.ts'
import { parseGlobalId } from '../../../kernel/ids.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  intakeBook,
  type IntakeBookShown,
  type OtherShelter,
  type ShownCertificate,
  type ShownCount,
  type ShownPlace,
  type ShownSheet,
  type ShownTransfer,
} from '../queries/intake-book.ts'
import { intakeSince, PAGE, type IntakePage } from '../queries/intake-since.ts'
import { sheetToKeyIn, type SheetToKeyIn } from '../queries/sheet.ts'
import type { Entry } from '../rules/entries.ts'

/** The key of an opening; of what is none, one that nothing has. */
function keyOfOpening(id: string): string {
  const parsed = parseGlobalId(id)
  return parsed?.model === 'ShelterOpening' && z.uuid().safeParse(parsed.id).success
    ? parsed.id
    : '00000000-0000-0000-0000-000000000000'
}

const SheetState = builder.enumType('IntakeSheetState', {
  description: 'Whether a printed sheet can be keyed in.',
  values: {
    OPEN: { description: 'It can be keyed in.' },
    EXPIRED: { description: 'Its time is over.' },
    USED: { description: 'It was keyed in.' },
    REVOKED: { description: 'The shelter took it back.' },
  },
})

const TransferState = builder.enumType('IntakeTransferState', {
  description: 'What became of the wish that another shelter takes a person in.',
  values: {
    EXPECTED: { description: 'Not answered; the person is counted where they are.' },
    ACCEPTED: { description: 'The other shelter has taken the person in.' },
    DECLINED: { description: 'It cannot.' },
  },
})

const Count = value<ShownCount>('IntakeCount', {
  description: 'How many people are in a shelter. Somebody with two needs is in two lines.',
  fields: {
    need: { type: 'CareNeed' as never, nullable: true, description: 'Kind of need; null for everybody.' },
    day: {
      type: 'Int',
      nullable: true,
      description: 'Persons by day; null where it would tell the asker of single persons.',
    },
    night: { type: 'Int', nullable: true, description: 'Of them who stay the night; null as above.' },
  },
})

const Sheet = value<ShownSheet>('IntakeSheet', {
  description: 'A printed, numbered sheet.',
  fields: {
    number: { type: 'Int', description: 'Number on the paper.' },
    state: { type: SheetState, description: 'Whether it can be keyed in.' },
    expiresAt: { type: 'DateTime', description: 'Until when it could.' },
    lines: { type: 'Int', nullable: true, description: 'Persons keyed in; null until then.' },
  },
})

const Transfer = value<ShownTransfer>('IntakeTransfer', {
  description: 'A person who is to go to another shelter, for the staff of either.',
  fields: {
    transferId: { type: 'ID', description: 'For answering.' },
    state: { type: TransferState, description: 'What became of it.' },
    personId: { type: 'ID', nullable: true, description: 'The person, in the shelter they come from.' },
    name: {
      type: 'String',
      nullable: true,
      description: 'Name, while the person is expected. Reading is logged.',
    },
    needs: { type: 'String', nullable: true, description: 'Kinds of CareNeed by commas, while expected.' },
    shelter: { type: 'String', description: 'The other shelter.' },
    declinedBecause: { type: 'String', nullable: true, description: 'A CannotOpenReason.' },
    proposedAt: { type: 'DateTime', description: 'When it was asked.' },
  },
})

const Other = value<OtherShelter>('IntakeOtherShelter', {
  description: 'Another open shelter of the event.',
  fields: {
    openingId: { type: 'ID', description: 'Relay id of the ShelterOpening.' },
    name: { type: 'String', description: 'The facility.' },
  },
})

const Place = value<ShownPlace>('IntakePlace', {
  description: 'What became of a place that the shelter seeks for people it has taken in.',
  fields: {
    referralKeys: {
      type: ['String'],
      description:
        'Keys of the entries that seek it, made by devices; who was added later has a place of their own.',
    },
    reference: { type: 'String', description: 'What the coordinators call it; says of nobody who.' },
    shelter: {
      type: 'String',
      nullable: true,
      description: 'Where they go; null while nothing is decided.',
    },
    openingId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of that shelter’s opening in the event, while it is open.',
    },
    decidedAt: { type: 'DateTime', nullable: true, description: 'When it was decided.' },
    takenOffBecause: {
      type: 'String',
      nullable: true,
      description: 'Why a coordinator took them off the list; null while they are on it.',
    },
  },
})

const Certificate = value<ShownCertificate>('IntakeCertificate', {
  description: 'What was anonymised, when and by which rule.',
  fields: {
    rule: { type: 'String', description: 'Code of the rule.' },
    persons: { type: 'Int', description: 'Persons who were in the book.' },
    values: { type: 'Int', description: 'Values that were taken away.' },
    searches: { type: 'Int', description: 'Searches whose askers were taken away.' },
    exportedAt: { type: 'DateTime', description: 'When the book was handed out before.' },
    destroyedAt: { type: 'DateTime', description: 'When its key was destroyed.' },
    contentHash: { type: 'String', description: 'SHA-256 over opening, rule, numbers and times.' },
  },
})

const Book = value<IntakeBookShown>('IntakeBook', {
  description:
    'The people taken in by one shelter in one event: numbers for its network, the rest for its staff.',
  fields: {
    calledFacilityId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of the CalledFacility whose opening it is; null if the event did not call it.',
    },
    eventName: { type: 'String', description: 'The disaster or drill.' },
    drill: { type: 'Boolean', description: 'Whether it belongs to a drill (訓練).' },
    facilityName: { type: 'String', description: 'The shelter.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    closedAt: { type: 'DateTime', nullable: true, description: 'When the shelter was closed.' },
    keeps: { type: 'Boolean', description: 'The asker writes down and reads its people.' },
    handsOut: { type: 'Boolean', description: 'The asker may take the book out as a file.' },
    counts: { type: [Count], description: 'How many; empty while nothing was written.' },
    exportedAt: { type: 'DateTime', nullable: true, description: 'When it was last handed out.' },
    destroyOn: { type: 'Date', nullable: true, description: 'Day on which it is anonymised.' },
    sheets: { type: [Sheet], description: 'Printed sheets, the newest first; for its staff.' },
    departures: { type: [Transfer], description: 'Who is to go elsewhere; for its staff.' },
    arrivals: { type: [Transfer], description: 'Who is to come from elsewhere; for its staff.' },
    others: { type: [Other], description: 'Open shelters of the event; for its staff.' },
    places: { type: [Place], description: 'Places that are sought for its people; for its staff.' },
    equipment: {
      type: ['String'],
      description: 'Equipment that shelters of the event have, for saying what is needed; for its staff.',
    },
    certificate: { type: Certificate, nullable: true, description: 'Once it was anonymised.' },
  },
})

query.custom('intakeBook', {
  access: 'signedIn',
  scope: 'intake:read',
  description:
    'How many people a shelter has taken in, and its work with them. Null for who does not see the network.',
  type: Book,
  nullable: true,
  args: (arg) => ({ openingId: arg.id({ required: true, description: 'The shelter in its event.' }) }),
  complexity: 10,
  resolve: ({ openingId }, circumstances) => intakeBook(circumstances, keyOfOpening(openingId)),
})

const IntakeEntry = value<Entry>('IntakeEntry', {
  description:
    'One fact about people taken in, as it was written. What all say together is computed by who reads them.',
  fields: {
    id: { type: 'ID', description: 'Made by the device that wrote it; no Relay id.' },
    deviceId: { type: 'ID', description: 'The device.' },
    sequence: { type: 'Int', description: '1, 2, 3 … by device.' },
    at: { type: 'String', description: 'By the clock of the device.' },
    kind: { type: 'IntakeEntryKind' as never, description: 'What is said.' },
    subjects: { type: ['ID'], description: 'Person, headcount, or both.' },
    basedOn: { type: ['ID'], description: 'Entries it takes the place of.' },
    field: { type: 'IntakeField' as never, nullable: true, description: 'What is known.' },
    value: {
      type: 'String',
      nullable: true,
      description: 'The value, as far as the reader may read the field. Reading is logged.',
    },
    people: { type: 'Int', nullable: true, description: 'Persons without names.' },
    need: { type: 'CareNeed' as never, nullable: true, description: 'Kind of need of the counted.' },
    stay: { type: 'IntakeStay' as never, nullable: true, description: 'Whether the counted stay the night.' },
    destination: { type: 'IntakeDestination' as never, nullable: true, description: 'Where somebody went.' },
  },
})

const Page = value<IntakePage>('IntakePage', {
  description: 'The next entries of a book.',
  fields: {
    drill: { type: 'Boolean', description: 'Whether they belong to a drill (訓練).' },
    entries: { type: [IntakeEntry], description: 'In the order of their arrival.' },
    cursor: { type: 'String', description: 'Where to go on.' },
    more: { type: 'Boolean', description: 'There are more by now.' },
  },
})

query.custom('intakeSince', {
  access: 'signedIn',
  scope: 'intake:read',
  description:
    'What was written about the people of a shelter after a place, for the staff of the facility alone; null for everybody else. Whose data is read is logged.',
  type: Page,
  nullable: true,
  args: (arg) => ({
    openingId: arg.id({ required: true, description: 'The shelter in its event.' }),
    after: arg.string({ description: '`cursor` of the page before; from the beginning if left out.' }),
  }),
  complexity: 50,
  resolve: ({ openingId, after }, circumstances) =>
    intakeSince(circumstances, keyOfOpening(openingId), after ?? null, PAGE),
})

const SheetLink = value<SheetToKeyIn>('IntakeSheetLink', {
  description: 'What the link of a printed sheet shows: which sheet it is.',
  fields: {
    state: { type: SheetState, description: 'Whether it can be keyed in.' },
    number: { type: 'Int', description: 'Number on the paper.' },
    facilityName: { type: 'String', description: 'The shelter.' },
    eventName: { type: 'String', description: 'The disaster or drill.' },
    drill: { type: 'Boolean', description: 'Whether it belongs to a drill (訓練).' },
    expiresAt: { type: 'DateTime', description: 'Until when it can be keyed in.' },
  },
})

query.custom('intakeSheetLink', {
  access: 'public',
  scope: 'intake:read',
  description:
    'A printed sheet by the secret of its link; null when there is none. Shows nothing of anybody.',
  type: SheetLink,
  nullable: true,
  args: (arg) => ({
    token: arg.string({ required: true, description: 'The secret after the # of the link.' }),
  }),
  resolve: ({ token }, { sql, now }) => sheetToKeyIn(sql, token, now),
})
