import { columnOf, modelOf, relationOf } from '../../../api/src/kernel/read/models.ts'
import type { Page, Row } from '../../../api/src/kernel/read/result.ts'
import { inPrismasTypes } from '../../../api/src/kernel/read/revive.ts'
import {
  noNeeds,
  noPageNeeds,
  type KeyValue,
  type Ordering,
  type PageNeeds,
  type RelatedPage,
  type RowNeeds,
} from '../../../api/src/kernel/read/tree.ts'
import type { PrismaRead } from './random-reads.ts'

const EVERYTHING = 1_000_000

/** A read of Prisma's as the read path takes it. */
export function pageOf(model: string, read: PrismaRead, place: readonly KeyValue[] | null = null): PageNeeds {
  const backward = (read.take ?? 0) < 0
  const window = {
    size: read.take === undefined ? EVERYTHING : Math.abs(read.take),
    backward,
    after: backward ? null : place,
    before: backward ? place : null,
  }
  return {
    ...noPageNeeds({ ...read.where }, (read.orderBy ?? []) as Ordering, window),
    nodes: true,
    rows: needsOf(model, read.select),
  }
}

function needsOf(name: string, select: PrismaRead['select']): RowNeeds {
  const model = modelOf(name)
  const needs = noNeeds()
  for (const [field, wanted] of Object.entries(select)) {
    if (field === '_count') {
      for (const [relation, count] of Object.entries((wanted as PrismaRead).select))
        needs.counts.set(`_count.${relation}`, {
          relation,
          filter: count === true ? {} : { ...(count as PrismaRead).where },
        })
    } else if (wanted === true) {
      needs.columns.add(field)
    } else {
      const relation = relationOf(model, field)
      const inner = wanted as PrismaRead
      if (relation.list)
        needs.pages.set(field, { ...pageOf(relation.model, inner), relation: field } satisfies RelatedPage)
      else needs.ones.set(field, needsOf(relation.model, inner.select))
    }
  }
  return needs
}

/** What the read path found, as Prisma would have given it. */
export const inPrismasShape = (model: string, read: PrismaRead, page: Page): unknown[] =>
  page.nodes.map((row) => rowInPrismasShape(model, read.select, row))

function rowInPrismasShape(name: string, select: PrismaRead['select'], row: Row): unknown {
  const model = modelOf(name)
  const columns = Object.keys(select).filter((field) => select[field] === true)
  const revived = inPrismasTypes(model, columns)(row)
  return Object.fromEntries(
    Object.entries(select).map(([field, wanted]) => {
      if (field === '_count')
        return [
          field,
          Object.fromEntries(
            Object.keys((wanted as PrismaRead).select).map((relation) => [
              relation,
              row[`_count.${relation}`],
            ]),
          ),
        ]
      if (wanted === true)
        return [field, columnOf(model, field).type === 'Json' ? row[field] : revived[field]]
      const relation = relationOf(model, field)
      const inner = wanted as PrismaRead
      if (relation.list) return [field, inPrismasShape(relation.model, inner, row[field] as Page)]
      const one = row[field] as Row | null
      return [field, one && rowInPrismasShape(relation.model, inner.select, one)]
    }),
  )
}
