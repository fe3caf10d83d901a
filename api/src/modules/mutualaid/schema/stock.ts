import { dayInJapan } from '../../../kernel/clock.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { lookedAfterFacilities, sharedFacilities } from '../policy/viewers.ts'
import { stockBorrowers, type StockBorrower } from '../queries/borrowers.ts'
import { stockPicture, type StockPicture, type StockRow } from '../queries/stock.ts'
import { loanState } from '../rules/stock.ts'

const SCOPE = 'mutualaid:read'
const shared = 'Seen within the networks of the facility.'

model('StockItem', {
  description: 'An item of the dated list of what a welfare shelter keeps. For everybody.',
  visibleTo: () => ({}),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    code: t.column('code', { description: 'Its code, which stays when the name changes.' }),
    name: t.column('name', { description: 'What it is called.' }),
    unit: t.column('unit', { description: 'In what it is counted.' }),
    perPersonDay: t.column('perPersonDay', {
      description: 'What one person needs in a day, in that unit; null = no figure.',
    }),
    source: t.column('source', { description: 'Where item and figure come from.' }),
    confirmed: t.column('confirmed', {
      description: 'Somebody has checked them against the source; else 未確認.',
    }),
    validFrom: t.column('validFrom', { description: 'First day on which it stands in the list.' }),
    validTo: t.column('validTo', { description: 'Last such day; null while it does.' }),
  }),
})

query.list('stockItems', {
  model: 'StockItem',
  access: 'public',
  description: 'The list of what a welfare shelter keeps, as it stands today.',
  where: (_args, { today }, now) => {
    const day = today.getTime() === 0 ? new Date(`${dayInJapan(now)}T00:00:00Z`) : today
    return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] }
  },
  orderBy: [{ position: 'asc' }],
})

model('StockLot', {
  description: `Goods of one kind that lie in one place and keep as long as each other. ${shared}`,
  visibleTo: (viewer) => ({ facility: { is: sharedFacilities(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'Which item of the list.' }),
    quantity: t.column('quantity', { description: 'What lies there, in the unit of the item.' }),
    reserved: t.column('reserved', { description: 'What of it is offered or promised to others.' }),
    free: t.computed({
      needs: ['quantity', 'reserved'],
      type: 'Int',
      description: 'What of it can still be used, lent or offered.',
      resolve: ({ quantity, reserved }) => quantity - reserved,
    }),
    lotNumber: t.column('lotNumber', { description: 'Number of the lot; may be empty.' }),
    place: t.column('place', { description: 'Where it lies; may be empty.' }),
    expiresOn: t.column('expiresOn', { description: 'Last day of use; null = keeps.' }),
    owner: t.column('owner', { description: 'Whose it is.' }),
    countedAt: t.column('countedAt', { description: 'When it was last counted.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    facility: t.one('facility', { description: 'The facility where it lies.' }),
    movements: t.many('movements', {
      description:
        'What came and went, the latest first. Seen by the people of the corporation and the officers of its networks.',
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
  }),
})

model('StockMovement', {
  description:
    'Something came to a lot or went from it. Seen by the people of the facility’s corporation and the officers of its networks.',
  visibleTo: (viewer) => ({ lot: { is: { facility: { is: lookedAfterFacilities(viewer) } } } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    act: t.column('act', { description: 'Why it came or went.' }),
    delta: t.column('delta', { description: 'How much: more than 0 came, less went.' }),
    at: t.column('at', { description: 'When it came or went.' }),
    note: t.column('note', { description: 'What was said with it; may be empty.' }),
    actingName: t.column('actingName', {
      description: 'The body it was done for, by its name at that time.',
    }),
  }),
})

model('StockMinimum', {
  description: `Below which number a facility’s stock of an item is too little. ${shared}`,
  visibleTo: (viewer) => ({ facility: { is: sharedFacilities(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'Which item of the list.' }),
    minimum: t.column('minimum', { description: 'The smallest number that is enough; 0 = none was fixed.' }),
  }),
})

model('StockLoan', {
  description: `Goods that a facility has lent to another one. ${shared}`,
  visibleTo: (viewer) => ({
    OR: [
      { facility: { is: sharedFacilities(viewer) } },
      { borrowerFacility: { is: sharedFacilities(viewer) } },
    ],
  }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    lot: t.one('lot', { description: 'The lot it came from; null if the viewer may not see it.' }),
    facility: t.one('facility', { description: 'Who has lent it.' }),
    borrowerFacility: t.one('borrowerFacility', { description: 'Who has borrowed it.' }),
    quantity: t.column('quantity', { description: 'How much was lent.' }),
    returned: t.column('returned', { description: 'How much of it came back so far.' }),
    lentOn: t.column('lentOn', { description: 'On which day it was lent.' }),
    dueOn: t.column('dueOn', { description: 'Until when it is to come back.' }),
    note: t.column('note', { description: 'What was said with it; may be empty.' }),
    overdue: t.computed({
      needs: ['quantity', 'returned', 'dueOn'],
      type: 'Boolean',
      description: 'Whether some of it is still out after its last day.',
      resolve: ({ quantity, returned, dueOn }, { now }) =>
        loanState({ quantity, returned, dueOn: dueOn.toISOString().slice(0, 10) }, dayInJapan(now)) ===
        'OVERDUE',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

extend('Facility', (t) => ({
  stockLots: t.many('stockLots', {
    description: 'What it keeps for a disaster, lot by lot; empty lots only if asked for.',
    args: (arg) => ({
      itemId: arg.id({ description: 'Only of this item.' }),
      empty: arg.boolean({ description: 'Also lots of which nothing is left.' }),
    }),
    where: ({ itemId, empty }) => ({
      AND: [itemId ? { itemId: keyOf('StockItem', itemId) } : {}, empty ? {} : { quantity: { gt: 0 } }],
    }),
    orderBy: [{ itemId: 'asc' }, { id: 'asc' }],
  }),
  stockLent: t.many('stockLent', {
    description: 'What it has lent to others, the next due first.',
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  }),
  stockBorrowed: t.many('stockBorrowed', {
    description: 'What it has borrowed, the next due first.',
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  }),
}))

const StockRowRef = value<StockRow>('StockRow', {
  description: 'What a facility keeps of one item, all lots together.',
  fields: {
    itemId: { type: 'ID', description: 'Relay id of the item.' },
    name: { type: 'String', description: 'What the item is called.' },
    unit: { type: 'String', description: 'In what it is counted.' },
    confirmed: { type: 'Boolean', description: 'Item and need per person were checked; else 未確認.' },
    perPersonDay: {
      type: 'Float',
      nullable: true,
      description: 'What one person needs in a day; null = no figure.',
    },
    usable: { type: 'Int', description: 'What can be used today: there, not promised, not out of date.' },
    reserved: { type: 'Int', description: 'What is offered or promised to others.' },
    expired: { type: 'Int', description: 'What is out of date.' },
    minimum: {
      type: 'Int',
      nullable: true,
      description: 'The smallest number that is enough; null = none fixed.',
    },
    belowMinimum: { type: 'Boolean', description: 'Whether what can be used is less than that.' },
    nextExpiryOn: {
      type: 'Date',
      nullable: true,
      description: 'The next last day of use; null if all of it keeps.',
    },
    expiresSoon: { type: 'Boolean', description: 'Whether that is within 60 days.' },
    days: {
      type: 'Int',
      nullable: true,
      description: 'For how many whole days it lasts for the stated guests; null = no figure per person.',
    },
  },
})

const StockPictureRef = value<StockPicture>('StockPicture', {
  description: 'What a facility keeps for a disaster, item by item, for a stated number of guests.',
  fields: {
    guests: { type: 'Int', description: 'The number of guests the days are counted for.' },
    rows: {
      type: [StockRowRef],
      description: 'The items it keeps or has fixed a number of, in the order of the list.',
    },
    shortestDays: {
      type: 'Int',
      nullable: true,
      description: 'The fewest days of all items with a figure per person; null if none has.',
    },
  },
})

query.custom('stockPicture', {
  access: 'signedIn',
  scope: SCOPE,
  description:
    'What a facility keeps for a disaster, and for how many days that lasts for so many guests. Null for who is in no network of the facility.',
  type: StockPictureRef,
  nullable: true,
  args: (arg) => ({
    facilityId: arg.id({ required: true, description: 'The facility.' }),
    guests: arg.int({ required: true, description: 'Number of guests, 1 to 9,999.' }),
  }),
  complexity: 50,
  resolve: ({ facilityId, guests }, { viewer, sql, now }) =>
    stockPicture(sql, viewer, keyOf('Facility', facilityId), guests, dayInJapan(now)),
})

const StockBorrowerRef = value<StockBorrower>('StockBorrower', {
  description: 'A facility that could borrow from another one.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Name of the facility.' },
  },
})

query.custom('stockBorrowers', {
  access: 'signedIn',
  scope: SCOPE,
  description:
    'Facilities to which the people of a facility could lend: those of its networks and its corporation, at most 500. Empty for others.',
  type: [StockBorrowerRef],
  args: (arg) => ({ facilityId: arg.id({ required: true, description: 'The lender.' }) }),
  complexity: 50,
  resolve: ({ facilityId }, { viewer, sql }) => stockBorrowers(sql, viewer, keyOf('Facility', facilityId)),
})
