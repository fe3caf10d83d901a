import { keyOf } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy/checklist.ts'
import {
  readinessSheet,
  type ReadinessSheet,
  type SheetChoice,
  type SheetComment,
  type SheetDraft,
  type SheetLine,
  type SheetQuestion,
  type SheetWord,
} from '../queries/readiness-sheet.ts'
import {
  ReadinessAnswerValueEnum,
  ReadinessCategoryEnum,
  ReadinessSourceEnum,
  StandingReasonEnum,
} from './enumerations.ts'

const SCOPE = 'readiness:read'
const seenBy = 'Seen by the facility’s people, by who guides it, and by the officers of its networks.'

model('ReadinessItem', {
  description:
    'An item of the checklist of welfare shelters: master data by day, corrected and confirmed by the system operator. Public, with its source.',
  visibleTo: () => ({}),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    key: t.column('key', { description: 'What it is, for programs.' }),
    category: t.column('category', { description: 'What it is about.' }),
    position: t.column('position', { description: 'Its place in the list.' }),
    title: t.column('title', { description: 'What is so if the answer is yes.' }),
    question: t.column('question', { description: 'How it is asked; blank = by the title.' }),
    advice: t.column('advice', {
      description: 'What an experienced facility would say to it; may be blank.',
    }),
    weight: t.column('weight', { description: 'How much it weighs beside the others.' }),
    hard: t.column('hard', { description: 'Whether it has to be so (必ず要る項目).' }),
    validMonths: t.column('validMonths', {
      description: 'Months after which an answer is no longer one; null = it stays.',
    }),
    source: t.column('source', { description: 'Where it comes from, in words.' }),
    startsOn: t.column('startsOn', { description: 'First day on which it holds.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null while it holds.' }),
    confirmedAt: t.column('confirmedAt', {
      description: 'When it was checked against its source; null = 未確認.',
    }),
    version: t.column('version', { description: 'To be sent back when it is edited.' }),
    viewerCan: t.can({
      edit: {
        description: 'Correct it or confirm it against its source.',
        needs: [],
        policy: policy.editItem,
      },
    }),
  }),
})

query.list('readinessItems', {
  model: 'ReadinessItem',
  access: 'public',
  description: 'The checklist of welfare shelters in its order, of all days or of today.',
  args: (arg) => ({ everyDay: arg.boolean({ description: 'Also what holds no longer or not yet.' }) }),
  where: ({ everyDay }, viewer, now) => {
    const today = new Date(now.toISOString().slice(0, 10))
    return everyDay ? {} : { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
  },
  orderBy: [{ position: 'asc' }, { startsOn: 'asc' }, { id: 'asc' }],
})

model('ReadinessAnswer', {
  description: `What somebody has said to an item of a facility’s checklist; never changed. ${seenBy}`,
  visibleTo: policy.answersVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    facility: t.one('facility', { description: 'The facility.' }),
    item: t.one('item', { description: 'The item, in the wording of that day.' }),
    answer: t.column('answer', { description: 'The answer.' }),
    source: t.column('source', { description: 'Who says so.' }),
    evidence: t.column('evidence', { description: 'On what it rests; may be blank.' }),
    document: t.one('document', { description: 'A document that shows it; null without one.' }),
    expiresOn: t.column('expiresOn', { description: 'Last day on which it is an answer; null = it stays.' }),
    answeredAt: t.column('answeredAt', { description: 'When it was said.' }),
    actingName: t.column('actingName', {
      description: 'The body it was said for, by its name at that time.',
    }),
  }),
})

query.list('readinessAnswers', {
  model: 'ReadinessAnswer',
  access: 'signedIn',
  description: 'Everything that was said to a facility’s checklist, the latest first.',
  args: (arg) => ({
    facilityId: arg.id({ required: true, description: 'The facility.' }),
    itemKey: arg.string({ description: 'Only of this item.' }),
  }),
  where: ({ facilityId, itemKey }) => ({
    facilityId: keyOf('Facility', facilityId),
    ...(itemKey ? { item: { is: { key: itemKey } } } : {}),
  }),
  orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
})

model('ReadinessComment', {
  description: `What was said under an item of a facility’s checklist. ${seenBy}`,
  visibleTo: policy.commentsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'The item under which it was said.' }),
    text: t.column('text', { description: 'What was said.' }),
    at: t.column('at', { description: 'When it was said.' }),
    actingName: t.column('actingName', { description: 'For which body, by its name at that time.' }),
  }),
})

query.list('readinessComments', {
  model: 'ReadinessComment',
  access: 'signedIn',
  description: 'What was said under the items of a facility’s checklist, the latest first.',
  args: (arg) => ({ facilityId: arg.id({ required: true, description: 'The facility.' }) }),
  where: ({ facilityId }) => ({ facilityId: keyOf('Facility', facilityId) }),
  orderBy: [{ at: 'desc' }, { id: 'desc' }],
})

model('ReadinessDraft', {
  description: `An answer that a drill or disaster suggests; it counts for nothing until it is taken over. ${seenBy}`,
  visibleTo: policy.draftsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'The item it would answer.' }),
    answer: t.column('answer', { description: 'What is suggested.' }),
    evidence: t.column('evidence', { description: 'What was seen.' }),
    draftedAt: t.column('draftedAt', { description: 'When it was drafted.' }),
    decidedAt: t.column('decidedAt', { description: 'When it was decided; null while it waits.' }),
    taken: t.column('taken', { description: 'Whether it became an answer.' }),
    version: t.column('version', { description: 'To be sent back with the decision.' }),
  }),
})

const SheetWordRef = value<SheetWord>('ReadinessWordPart', {
  description: 'What one source says of an item: its latest word.',
  fields: {
    source: { type: ReadinessSourceEnum, description: 'Who says so.' },
    answer: { type: ReadinessAnswerValueEnum, description: 'The answer.' },
    label: { type: 'String', nullable: true, description: 'The chosen one of the item’s own choices.' },
    evidence: { type: 'String', description: 'On what it rests; may be blank.' },
    documentId: { type: 'ID', nullable: true, description: 'Relay id of a document that shows it.' },
    documentTitle: { type: 'String', nullable: true, description: 'What the document is called.' },
    answeredAt: { type: 'DateTime', description: 'When it was said.' },
    actingName: { type: 'String', description: 'For which body.' },
    expiresOn: {
      type: 'Date',
      nullable: true,
      description: 'Last day on which it is an answer; null = it stays.',
    },
  },
})

const SheetChoiceRef = value<SheetChoice>('ReadinessChoicePart', {
  description: 'An answer in figures that may be chosen for an item.',
  fields: {
    choiceId: { type: 'ID', description: 'To be sent with the answer.' },
    label: { type: 'String', description: 'Its words.' },
    answer: { type: ReadinessAnswerValueEnum, description: 'What it says of the item.' },
  },
})

const SheetCommentRef = value<SheetComment>('ReadinessRemarkPart', {
  description: 'What was said under an item.',
  fields: {
    commentId: { type: 'ID', description: 'Relay id of the comment.' },
    text: { type: 'String', description: 'What was said.' },
    at: { type: 'DateTime', description: 'When it was said.' },
    actingName: { type: 'String', description: 'For which body.' },
    byName: { type: 'String', nullable: true, description: 'By whom; null for the portal itself.' },
    own: { type: 'Boolean', description: 'By the facility’s own people.' },
  },
})

const SheetDraftRef = value<SheetDraft>('ReadinessSuggestionPart', {
  description: 'An answer that a drill or disaster suggests and that waits for the facility.',
  fields: {
    draftId: { type: 'ID', description: 'Relay id of the draft.' },
    answer: { type: ReadinessAnswerValueEnum, description: 'What is suggested.' },
    evidence: { type: 'String', description: 'What was seen.' },
    draftedAt: { type: 'DateTime', description: 'When it was drafted.' },
    eventId: { type: 'ID', description: 'Relay id of the disaster or drill it comes from.' },
    eventName: { type: 'String', description: 'What that is called.' },
    eventAt: { type: 'DateTime', description: 'When it began.' },
    drill: { type: 'Boolean', description: 'It was a drill: 【訓練】.' },
    version: { type: 'Int', description: 'To be sent back with the decision.' },
  },
})

const SheetLineRef = value<SheetLine>('ReadinessLine', {
  description: 'An item of a facility’s checklist, as it stands.',
  fields: {
    itemId: { type: 'ID', description: 'Relay id of the item.' },
    key: { type: 'String', description: 'Key of the item.' },
    category: { type: ReadinessCategoryEnum, description: 'What it is about.' },
    title: { type: 'String', description: 'What is so if the answer is yes.' },
    question: { type: 'String', description: 'How it is asked.' },
    advice: { type: 'String', description: 'What an experienced facility would say to it; may be blank.' },
    hard: { type: 'Boolean', description: 'Whether it has to be so.' },
    weight: { type: 'Int', description: 'How much it weighs.' },
    confirmed: { type: 'Boolean', description: 'False = 未確認: nobody has checked its source.' },
    itemSource: { type: 'String', description: 'Where the item comes from.' },
    answer: { type: ReadinessAnswerValueEnum, description: 'How it stands.' },
    reason: { type: StandingReasonEnum, description: 'Why it stands so.' },
    certainty: { type: 'Float', description: 'How much the answer still says: 0 nothing … 1 as of today.' },
    word: {
      type: SheetWordRef,
      nullable: true,
      description: 'The word on which it rests; of an expired one, the word that expired.',
    },
    impliedBy: { type: 'String', nullable: true, description: 'Title of the item from which it follows.' },
    words: { type: [SheetWordRef], description: 'The latest word of every source.' },
    choices: { type: [SheetChoiceRef], description: 'Its own choices; empty = yes, no and unknown.' },
    comments: { type: [SheetCommentRef], description: 'What was said under it, the latest first.' },
    drafts: { type: [SheetDraftRef], description: 'What drills suggest and that waits.' },
  },
})

const SheetQuestionRef = value<SheetQuestion>('ReadinessQuestionPart', {
  description: 'The question whose answer, whatever it is, leaves the least unknown.',
  fields: {
    key: { type: 'String', description: 'Key of the item.' },
    unknownBefore: { type: 'Int', description: 'Items unknown now.' },
    unknownAfterMost: { type: 'Int', description: 'Items unknown after the least telling answer.' },
    unknownAfterLeast: { type: 'Int', description: 'Items unknown after the most telling answer.' },
    settles: { type: ['String'], description: 'Titles of other items that it settles too.' },
  },
})

const ReadinessSheetRef = value<ReadinessSheet>('ReadinessSheet', {
  description: `A facility’s checklist and how ready it is: an interval, and the share that nobody knows. An answer counts whole for the first half of its time, then less from day to day. ${seenBy}`,
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Its short name.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    at: { type: 'DateTime', description: 'The moment at which it stands so.' },
    lower: { type: 'Float', description: 'Share of the weight that is ready for certain, 0 to 1.' },
    upper: { type: 'Float', description: 'Share of the weight that may be ready, 0 to 1.' },
    unknownShare: { type: 'Float', description: 'Share that nobody knows: upper less lower.' },
    agedShare: { type: 'Float', description: 'The part of it that is answers grown old.' },
    yes: { type: 'Int', description: 'Items that are so.' },
    no: { type: 'Int', description: 'Items that are not.' },
    unknown: { type: 'Int', description: 'Items that nobody knows.' },
    items: { type: 'Int', description: 'All items.' },
    hard: { type: 'Int', description: 'Items that have to be so.' },
    hardOpen: { type: 'Int', description: 'Those of them that are not, or that nobody knows.' },
    answersAs: {
      type: ReadinessSourceEnum,
      nullable: true,
      description: 'As what the asker answers; null if not at all.',
    },
    asked: {
      type: SheetQuestionRef,
      nullable: true,
      description: 'The question to ask next; null if nothing is unknown.',
    },
    lines: { type: [SheetLineRef], description: 'The items in their order.' },
  },
})

query.custom('readinessSheet', {
  access: 'signedIn',
  scope: SCOPE,
  description: `A facility’s checklist with its score. Null for whom it is not. ${seenBy}`,
  type: ReadinessSheetRef,
  nullable: true,
  complexity: 100,
  args: (arg) => ({ facilityId: arg.id({ required: true, description: 'The facility.' }) }),
  resolve: ({ facilityId }, { viewer, now, sql }) =>
    readinessSheet(sql, viewer, keyOf('Facility', facilityId), now),
})
