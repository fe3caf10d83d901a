import { modelOf } from './models.ts'
import type { Page } from './result.ts'
import { pagePlan } from './rows.ts'
import type { PageNeeds } from './tree.ts'
import { createWriter, type Visibility } from './writer.ts'

/** A list that a root field reads. */
export interface RootRead {
  readonly model: string
  readonly page: PageNeeds
}

/** A statement that answers with one row, and what makes the lists out of that row's columns. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  readonly read: (columns: readonly unknown[]) => Page[]
}

/** Compiles the lists of a root field, with everything selected below them, into one statement. */
export function compile(reads: readonly RootRead[], visible: Visibility): Statement {
  const writer = createWriter(visible)
  const plans = reads.map(({ model, page }) => pagePlan(writer, modelOf(model), page))
  const columns = plans.flatMap(({ expressions }) => expressions)
  return {
    text: `SELECT ${columns.join(', ')}`,
    values: writer.values,
    read(values) {
      let start = 0
      return plans.map(({ expressions, read }) => read(values.slice(start, (start += expressions.length))))
    },
  }
}
