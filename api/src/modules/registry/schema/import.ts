import { builder } from '../../../kernel/graphql/builder.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { FORMAT_MEANINGS, TARGET_MEANINGS } from '../import/inputs.ts'
import {
  fieldsOf,
  readInspection,
  readLines,
  readProblems,
  recordIdOf,
  type ColumnFound,
  type ColumnMeaning,
  type FieldChange,
  type LineOfFile,
} from '../import/kept.ts'
import { undoObstacles, type UndoObstacle } from '../import/undo-obstacles.ts'
import type { RowProblem } from '../import/reading.ts'
import * as policy from '../policy/import.ts'

enumeration('ImportState', {
  description: 'How far an import has come.',
  values: {
    UPLOADING: 'Files are being put in and described.',
    CHECKING: 'The files are read and compared with the registry.',
    CHECKED: 'What would change can be read; nothing has been written.',
    APPLYING: 'Confirmed; it is being written, all of it or nothing.',
    APPLIED: 'The registry says what the files say.',
    UNDOING: 'It is being taken back, all of it or nothing.',
    UNDONE: 'The registry stands as before.',
    DROPPED: 'Given up; nothing was written.',
  },
})

enumeration('ImportPhase', {
  description: 'What is being done with an import at the moment.',
  values: {
    READING: 'The rows of the files are read; `rowsDone` counts them.',
    COMPARING: 'The rows are put together and compared with the registry.',
    WRITING: 'The registry is being written.',
  },
})

enumeration('ImportFormat', {
  description: 'A kind of file that is known by its headings.',
  values: FORMAT_MEANINGS,
})

enumeration('ImportTarget', {
  description: 'What the rows of a file are about.',
  values: TARGET_MEANINGS,
})

const RowOutcome = enumeration('ImportRowOutcome', {
  description: 'What became of a row.',
  values: {
    TAKEN: 'Read in full.',
    NOTED: 'Taken, but a value was left out or mended; its problems say which.',
    REFUSED: 'Not taken; its problems say why.',
  },
})

const Action = enumeration('ImportAction', {
  description: 'What an import does to a record of the registry.',
  values: {
    CREATE: 'It is new.',
    CHANGE: 'At least one of its values changes.',
    KEEP: 'It differs only in values that people set or confirmed: they stay unless the file’s are chosen.',
    SAME: 'It says the same already.',
    CLOSE: 'It has vanished from the complete list of its source and is closed.',
    LINK: 'Written with the others: a shelter was recognized as a facility.',
  },
})

const ImportRecord = builder.enumType('ImportRecord', {
  description: 'The kinds of record an import can change.',
  values: {
    CORPORATION: { description: '法人.' },
    FACILITY: { description: '施設.' },
    SERVICE_OFFICE: { description: '事業所.' },
    FACILITY_CONTACT: { description: 'Whom to call at a facility.' },
    SHELTER: { description: '避難所・避難場所.' },
  },
})

const ImportColumn = value<ColumnFound>('ImportColumn', {
  description: 'A column that the recognized format has, and where the file has it.',
  fields: {
    heading: { type: 'String', description: 'Heading in the format’s current release.' },
    field: { type: 'String', description: 'What it means: a field name that a mapping takes.' },
    needed: { type: 'Boolean', description: 'Without it the file is not read.' },
    found: { type: 'String', nullable: true, description: 'The file’s own heading; null if it has none.' },
    state: { type: 'String', description: '`SAME`, `RENAMED` or `MISSING`.' },
  },
})

const ImportColumnProposal = value<ColumnMeaning>('ImportColumnProposal', {
  description: 'What a heading of the file probably means.',
  fields: {
    heading: { type: 'String', description: 'Heading as the file spells it.' },
    field: { type: 'String', nullable: true, description: 'Proposed field; null if nobody can tell.' },
    confidence: { type: 'Float', description: '0 to 1; 1 = a known heading.' },
  },
})

const ImportProblem = value<RowProblem>('ImportProblem', {
  description: 'One thing to tell about a cell: what is wrong, and what it probably should be.',
  fields: {
    weight: {
      type: 'String',
      description: '`REFUSED`: the row is not taken; `NOTED`: the value is left out; `MENDED`: read anyway.',
    },
    code: { type: 'String', description: 'What is wrong; has a text in the portal.' },
    heading: {
      type: 'String',
      nullable: true,
      description: 'The file’s heading; null for the row as a whole.',
    },
    cell: { type: 'String', description: 'What stood in the cell.' },
    proposal: { type: 'String', nullable: true, description: 'What it probably should be.' },
  },
})

const ImportFieldChange = value<FieldChange>('ImportFieldChange', {
  description: 'One value of a record: as it stands and as the file has it.',
  fields: {
    field: { type: 'String', description: 'Column of the registry, e.g. `phone`; has a text in the portal.' },
    before: { type: 'String', nullable: true, description: 'As it stands, in words; null = not given.' },
    after: { type: 'String', nullable: true, description: 'As the file has it, in words; null = not given.' },
    protected: {
      type: 'Boolean',
      description: 'A person set or confirmed it: it stays unless the file’s value is chosen.',
    },
  },
})

const ImportLine = value<LineOfFile>('ImportLine', {
  description: 'A row of one of the files.',
  fields: {
    rowNumber: { type: 'Int', description: 'Number of the row within the import.' },
    file: { type: 'Int', description: 'Position of its file.' },
    line: { type: 'Int', description: 'Line in that file.' },
  },
})

model('ImportRun', {
  description:
    'One import of files into the registry. Seen by those who act for the body that began it, and by the operator.',
  visibleTo: policy.visibleTo,
  scope: 'registry:import',
  fields: (t) => ({
    id: t.id(),
    state: t.column('state', { description: 'How far it has come.' }),
    phase: t.column('phase', { description: 'What is being done; null while nothing is under way.' }),
    rowsDone: t.column('rowsDone', { description: 'Rows read so far.' }),
    rowsTotal: t.column('rowsTotal', { description: 'Rows of all files; null until they are known.' }),
    bodyName: t.column('bodyName', {
      description: 'Body it is done for, as it was called then; null: the portal.',
    }),
    startedBy: t.one('startedBy', { description: 'Who began it.' }),
    confirmedBy: t.one('confirmedBy', { description: 'Who confirmed it.' }),
    startedAt: t.column('startedAt', { description: 'When it was begun.' }),
    checkedAt: t.column('checkedAt', { description: 'When it was last compared with the registry.' }),
    appliedAt: t.column('appliedAt', { description: 'When it was written.' }),
    undoneAt: t.column('undoneAt', { description: 'When it was taken back.' }),
    forgottenAt: t.column('forgottenAt', {
      description: 'When files, rows and changes were deleted: 30 days after it ended. Counts stay.',
    }),
    createdCount: t.column('createdCount', { description: 'Records that are new.' }),
    changedCount: t.column('changedCount', { description: 'Records of which a value changes.' }),
    sameCount: t.column('sameCount', { description: 'Records that say the same already.' }),
    closedCount: t.column('closedCount', {
      description: 'Records that are closed because they vanished from the list.',
    }),
    protectedCount: t.column('protectedCount', {
      description: 'Records with a differing value that a person set or confirmed, chosen or not.',
    }),
    refusedCount: t.column('refusedCount', { description: 'Rows that cannot be taken.' }),
    notedCount: t.column('notedCount', { description: 'Rows taken with a value left out or mended.' }),
    failure: t.column('failure', {
      description: 'Why the last step came to nothing (a code with a text); null when it went through.',
    }),
    failureDetail: t.column('failureDetail', { description: 'What the sentence needs, e.g. a file’s name.' }),
    version: t.column('version', { description: 'To be sent back with `confirmImport`.' }),
    files: t.many('files', { description: 'Its files, in order.', orderBy: [{ position: 'asc' }] }),
    rows: t.many('rows', {
      description: 'The rows of its files, as far as they were read.',
      args: (arg) => ({
        outcome: arg({ type: RowOutcome, description: 'Only with this outcome.' }),
        numbers: arg.intList({ description: 'Only these numbers; at most 100.' }),
      }),
      where: (args) => rowsWhere(args),
      orderBy: [{ number: 'asc' }],
    }),
    changes: t.many('changes', {
      description: 'What it does to each record: corporations, facilities, offices, contacts, shelters.',
      args: (arg) => ({
        action: arg({ type: Action, description: 'Only with this action.' }),
        record: arg({ type: ImportRecord, description: 'Only records of this kind.' }),
        protected: arg.boolean({ description: 'Only with, or only without, differing values people set.' }),
      }),
      where: (args) => changesWhere(args),
      orderBy: [{ number: 'asc' }],
    }),
    viewerCan: t.can({
      describe: {
        description: 'Add, describe or remove files.',
        needs: ['bodyKey', 'state'],
        policy: policy.may('describe'),
      },
      check: {
        description: 'Compare it with the registry.',
        needs: ['bodyKey', 'state'],
        policy: policy.may('check'),
      },
      confirm: {
        description: 'Have it written.',
        needs: ['bodyKey', 'state'],
        policy: policy.may('confirm'),
      },
      drop: { description: 'Give it up.', needs: ['bodyKey', 'state'], policy: policy.may('drop') },
      undo: { description: 'Take it back.', needs: ['bodyKey', 'state'], policy: policy.may('undo') },
    }),
  }),
})

interface RowArguments {
  readonly outcome?: 'TAKEN' | 'NOTED' | 'REFUSED' | null
  readonly numbers?: readonly number[] | null
}

const rowsWhere = ({ outcome, numbers }: RowArguments) => ({
  ...(outcome && { outcome }),
  ...(numbers && { number: { in: numbers.slice(0, 100) } }),
})

interface ChangeArguments {
  readonly action?: 'CREATE' | 'CHANGE' | 'KEEP' | 'SAME' | 'CLOSE' | 'LINK' | null
  readonly record?: 'CORPORATION' | 'FACILITY' | 'SERVICE_OFFICE' | 'FACILITY_CONTACT' | 'SHELTER' | null
  readonly protected?: boolean | null
}

const changesWhere = ({ action, record, protected: guarded }: ChangeArguments) => ({
  ...(action && { action }),
  ...(record && { record }),
  ...(typeof guarded === 'boolean' && { hasProtected: guarded }),
})

model('ImportFile', {
  description: 'A file of an import and what was found in it. Seen by those who see the import.',
  visibleTo: policy.partsVisibleTo,
  scope: 'registry:import',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'Name of the file as it was uploaded.' }),
    size: t.column('size', { description: 'Bytes.' }),
    position: t.column('position', { description: 'Order within the import, from 1.' }),
    received: t.computed({
      needs: ['contentHash'],
      type: 'Boolean',
      description: 'Whether it arrived whole.',
      resolve: ({ contentHash }) => contentHash !== null,
    }),
    format: t.column('format', { description: 'How it is read; null until somebody assigns its columns.' }),
    target: t.column('target', { description: 'What its rows are about.' }),
    shelterKind: t.column('shelterKind', {
      description: 'Of a list of shelters: which kind; null if it tells.',
    }),
    encoding: t.computed({
      needs: ['inspection'],
      type: 'String',
      nullable: true,
      description: 'Encoding found: `UTF-8`, `UTF-8 BOM`, `Shift_JIS`, `UTF-16`; null for a workbook.',
      resolve: ({ inspection }) => readInspection(inspection)?.encoding ?? null,
    }),
    sheet: t.computed({
      needs: ['inspection'],
      type: 'String',
      nullable: true,
      description: 'Sheet that is read, of a workbook.',
      resolve: ({ inspection }) => readInspection(inspection)?.sheet ?? null,
    }),
    headings: t.computed({
      needs: ['inspection'],
      type: ['String'],
      description: 'Headings as the file spells them, in its order.',
      resolve: ({ inspection }) => [...(readInspection(inspection)?.headings ?? [])],
    }),
    firstRows: t.computed({
      needs: ['inspection'],
      type: 'JSON',
      description: 'Its first rows: a list of objects from heading to cell.',
      resolve: ({ inspection }) => readInspection(inspection)?.firstRows ?? [],
    }),
    columns: t.computed({
      needs: ['inspection'],
      type: [ImportColumn],
      description: 'Columns of the recognized format: there, renamed or missing.',
      resolve: ({ inspection }) => [...(readInspection(inspection)?.columns ?? [])],
    }),
    extraHeadings: t.computed({
      needs: ['inspection'],
      type: ['String'],
      description: 'Headings the format does not have; they are not read.',
      resolve: ({ inspection }) => [...(readInspection(inspection)?.extra ?? [])],
    }),
    proposals: t.computed({
      needs: ['inspection'],
      type: [ImportColumnProposal],
      description: 'What each heading probably means.',
      resolve: ({ inspection }) => [...(readInspection(inspection)?.proposals ?? [])],
    }),
    mapping: t.column('mapping', {
      description:
        'Heading → field, as assigned, or as kept for the same headings; null when the format tells.',
    }),
    municipality: t.one('municipality', { description: 'For rows that name no municipality; null if none.' }),
    title: t.column('title', { description: 'Title of the data, for the credits; null for an own list.' }),
    issuer: t.column('issuer', { description: 'Who published it.' }),
    licence: t.column('licence', { description: 'Licence as stated.' }),
    asOf: t.column('asOf', { description: 'Day for which it was published.' }),
    sourceKey: t.column('sourceKey', {
      description: 'Key of its source: the same again is a new issue of the same list.',
    }),
    complete: t.column('complete', {
      description: 'It lists everything of its source: what has vanished is proposed to be closed.',
    }),
    rowCount: t.column('rowCount', { description: 'Rows in it; null until it was read.' }),
    problem: t.column('problem', {
      description: 'Why it cannot be read (a code with a text); null if it can.',
    }),
    problemDetail: t.column('problemDetail', { description: 'What the sentence needs, e.g. the headings.' }),
    version: t.column('version', { description: 'To be sent back when it is described.' }),
    run: t.one('run', { description: 'Import it belongs to.' }),
  }),
})

model('ImportRow', {
  description: 'A row of a file. May hold personal data: seen only by those who see the import, for 30 days.',
  visibleTo: policy.partsVisibleTo,
  scope: 'registry:import',
  fields: (t) => ({
    id: t.id(),
    number: t.column('number', { description: 'Number within the import, from 1.' }),
    line: t.column('line', {
      description:
        'Line of the file (row of the sheet, number of the feature) in which it begins; 1 is the heading.',
    }),
    outcome: t.column('outcome', { description: 'What became of it.' }),
    label: t.column('label', { description: 'What it is called, e.g. the facility’s name.' }),
    cells: t.column('cells', { description: 'Its cells as they stand: heading → cell.' }),
    problems: t.computed({
      needs: ['problems'],
      type: [ImportProblem],
      description: 'What is to be said of it.',
      resolve: ({ problems }) => readProblems(problems),
    }),
    file: t.one('file', { description: 'File it stands in.' }),
  }),
})

model('ImportChange', {
  description:
    'What an import does to one record of the registry. Seen by those who see the import, for 30 days.',
  visibleTo: policy.partsVisibleTo,
  scope: 'registry:import',
  fields: (t) => ({
    id: t.id(),
    number: t.column('number', { description: 'Number within the import, from 1.' }),
    record: t.computed({
      needs: ['record'],
      type: ImportRecord,
      description: 'Kind of the record.',
      resolve: ({ record }) => record as never,
    }),
    recordId: t.computed({
      needs: ['record', 'recordId', 'action', 'writtenVersion'],
      type: 'ID',
      nullable: true,
      description: 'Relay id of the record; null while it does not exist yet.',
      resolve: recordIdOf,
    }),
    action: t.column('action', { description: 'What happens to it.' }),
    label: t.column('label', { description: 'What it is called.' }),
    identifier: t.column('identifier', {
      description: '法人番号, 事業所番号 or 共通ID; null where there is none.',
    }),
    fields: t.computed({
      needs: ['before', 'after', 'changed', 'protected', 'names'],
      type: [ImportFieldChange],
      description: 'Its values that differ; of a new record all that are given.',
      resolve: fieldsOf,
    }),
    takesProtected: t.column('takesProtected', {
      description: 'The file’s values were chosen for what people set or confirmed.',
    }),
    lines: t.computed({
      needs: ['lines'],
      type: [ImportLine],
      description: 'Rows it came from, at most 20.',
      resolve: (row) => readLines(row.lines),
    }),
  }),
})

model('ImportMapping', {
  description:
    'Which column of a table means what, kept by name. Seen by those who act for the body that made it.',
  visibleTo: policy.mappingsVisibleTo,
  scope: 'registry:import',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'Name it is kept by.' }),
    target: t.column('target', { description: 'What the rows are about.' }),
    headings: t.column('headings', { description: 'Headings of the table it was made for.' }),
    columns: t.column('columns', { description: 'Heading → field.' }),
    updatedAt: t.column('updatedAt', { description: 'When it was last used or changed.' }),
  }),
})

query.list('importRuns', {
  model: 'ImportRun',
  access: policy.start,
  description: 'Imports of the body that is acted for (of all, for the operator), the latest first.',
  orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
})

query.one('importRun', { model: 'ImportRun', access: policy.start, description: 'One import by its id.' })

query.list('importMappings', {
  model: 'ImportMapping',
  access: policy.start,
  description: 'Mappings of columns that the body has kept, by name.',
  orderBy: [{ bodyKey: 'asc' }, { name: 'asc' }],
})

const ImportUndoObstacle = value<UndoObstacle>('ImportUndoObstacle', {
  description: 'Why an import cannot be undone: something that stands on a record it wrote.',
  fields: {
    record: { type: ImportRecord, description: 'Kind of the record.' },
    label: { type: 'String', description: 'What the record is called.' },
    reason: {
      type: 'String',
      description: '`CHANGED_SINCE`: changed after the import; otherwise what refers to it, e.g. `ROLE`.',
    },
    count: { type: 'Int', description: 'How many of them there are.' },
  },
})

query.custom('importUndoObstacles', {
  access: policy.start,
  scope: 'registry:import',
  description:
    'What stands on an import, so that it cannot be undone: at most 100; empty if it can. Only for those who see the import.',
  type: [ImportUndoObstacle],
  args: (arg) => ({ id: arg.id({ required: true, description: 'Relay id of the import.' }) }),
  complexity: 20,
  resolve: ({ id }, { viewer, sql }) => undoObstacles(sql, viewer, id),
})
