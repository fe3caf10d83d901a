/** What a type's resolvers get: columns and to-one relations by their names in Prisma, connections by field and arguments. */
export type Row = Readonly<Record<string, unknown>>

/** A connection; what was not selected is empty. */
export interface Page {
  readonly edges: readonly Edge[]
  readonly nodes: readonly Row[]
  readonly totalCount: number
  readonly pageInfo: PageInfo
}

export interface Edge {
  readonly cursor: string
  readonly node: Row
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}
