import { findInCode, isFixture, isTest, moduleOf, type Finding, type Source } from './sources.ts'

/** A table and the module that may write it. */
export interface Table {
  /** Prisma's name, e.g. `FacilityContact`. */
  readonly model: string
  /** Name in the database, e.g. `facility_contact`. */
  readonly table: string
  readonly owner: string
}

/** The tables that `prisma/models/<module>.prisma` and `<module>-<part>.prisma` declare. */
export function readTables(models: readonly Source[]): Table[] {
  return models.flatMap(({ path, text }) => {
    const owner = /([^/]+?)(?:-[^/]*)?\.prisma$/.exec(path)?.[1] ?? ''
    return [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, model = '', body = '']) => ({
      model,
      owner,
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
    }))
  })
}

const verbs =
  'create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany'

/** Writes to a table outside the module that owns it, through Prisma, through `save` or in SQL. */
export function findForeignWrites(tables: readonly Table[], sources: readonly Source[]): Finding[] {
  const ownCode = sources.filter(
    ({ path }) => path.startsWith('api/src/') && !isTest(path) && !isFixture(path),
  )
  const byProperty = new Map(tables.map((table) => [uncapitalized(table.model), table]))
  const byTable = new Map(tables.map((table) => [table.table, table]))
  return ownCode.flatMap((source) => {
    const writer = moduleOf(source.path)
    const objection = (table: Table | undefined, how: string) =>
      table === undefined || table.owner === writer
        ? null
        : `writes ${table.table}${how}, which belongs to ${table.owner}`
    const inPrisma = (pattern: RegExp) =>
      findInCode([source], pattern, ([, property = '']) => objection(byProperty.get(property), ''))
    return [
      ...inPrisma(new RegExp(`\\.(\\w+)\\s*\\.(?:${verbs})\\(`, 'g')),
      ...inPrisma(/\bsave\(\s*\w+\.(\w+)/g),
      ...findInCode([source], writeInSql, ([, name = '']) =>
        objection(byTable.get(name.toLowerCase()), ' in SQL'),
      ),
    ]
  })
}

const writeInSql =
  /\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?|copy|merge\s+into)\s+"?(\w+)"?/gi

const uncapitalized = (word: string) => word.charAt(0).toLowerCase() + word.slice(1)
