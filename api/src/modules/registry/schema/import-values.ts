import { builder } from '../../../kernel/graphql/builder.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { value } from '../../../kernel/read/value.ts'
import { FORMAT_MEANINGS, TARGET_MEANINGS } from '../import/inputs.ts'
import type { ColumnFound, ColumnMeaning, FieldChange, LineOfFile } from '../import/kept.ts'
import type { RowProblem } from '../import/reading.ts'
import type { UndoObstacle } from '../import/undo-obstacles.ts'

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

export const RowOutcome = enumeration('ImportRowOutcome', {
  description: 'What became of a row.',
  values: {
    TAKEN: 'Read in full.',
    NOTED: 'Taken, but a value was left out or mended; its problems say which.',
    REFUSED: 'Not taken; its problems say why.',
  },
})

export const Action = enumeration('ImportAction', {
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

export const ImportRecord = builder.enumType('ImportRecord', {
  description: 'The kinds of record an import can change.',
  values: {
    CORPORATION: { description: 'A corporation (法人).' },
    FACILITY: { description: 'A facility (施設).' },
    SERVICE_OFFICE: { description: 'A service office (事業所).' },
    FACILITY_CONTACT: { description: 'Whom to call at a facility.' },
    SHELTER: { description: 'A shelter or emergency site.' },
  },
})

export const ImportColumn = value<ColumnFound>('ImportColumn', {
  description: 'A column that the recognized format has, and where the file has it.',
  fields: {
    heading: { type: 'String', description: 'Heading in the format’s current release.' },
    field: { type: 'String', description: 'What it means: a field name that a mapping takes.' },
    needed: { type: 'Boolean', description: 'Without it the file is not read.' },
    found: { type: 'String', nullable: true, description: 'The file’s own heading; null if it has none.' },
    state: { type: 'String', description: '`SAME`, `RENAMED` or `MISSING`.' },
  },
})

export const ImportColumnProposal = value<ColumnMeaning>('ImportColumnProposal', {
  description: 'What a heading of the file probably means.',
  fields: {
    heading: { type: 'String', description: 'Heading as the file spells it.' },
    field: { type: 'String', nullable: true, description: 'Proposed field; null if nobody can tell.' },
    confidence: { type: 'Float', description: '0 to 1; 1 = a known heading.' },
  },
})

export const ImportProblem = value<RowProblem>('ImportProblem', {
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

export const ImportFieldChange = value<FieldChange>('ImportFieldChange', {
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

export const ImportLine = value<LineOfFile>('ImportLine', {
  description: 'A row of one of the files.',
  fields: {
    rowNumber: { type: 'Int', description: 'Number of the row within the import.' },
    file: { type: 'Int', description: 'Position of its file.' },
    line: { type: 'Int', description: 'Line in that file.' },
  },
})

export const ImportUndoObstacle = value<UndoObstacle>('ImportUndoObstacle', {
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
