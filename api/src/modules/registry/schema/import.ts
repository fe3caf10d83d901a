import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { fieldsOf, readInspection, readLines, readProblems, recordIdOf } from '../import/kept.ts'
import { undoObstacles } from '../import/undo-obstacles.ts'
import * as policy from '../policy/import.ts'
import {
  Action,
  ImportColumn,
  ImportColumnProposal,
  ImportFieldChange,
  ImportLine,
  ImportProblem,
  ImportRecord,
  ImportUndoObstacle,
  RowOutcome,
} from './import-values.ts'

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
        differing: arg.boolean({
          description: 'Only what differs from the registry, or only what is the same already.',
        }),
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
  readonly differing?: boolean | null
  readonly record?: 'CORPORATION' | 'FACILITY' | 'SERVICE_OFFICE' | 'FACILITY_CONTACT' | 'SHELTER' | null
  readonly protected?: boolean | null
}

const changesWhere = ({ action, differing, record, protected: guarded }: ChangeArguments) => ({
  ...(typeof differing === 'boolean' && { action: differing ? { not: 'SAME' as const } : ('SAME' as const) }),
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
    size: t.column('size', { description: 'Size of the file in bytes.' }),
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
