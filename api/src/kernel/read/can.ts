import { builder } from '../graphql/builder.ts'
import type { ModelName } from '../ids.ts'
import type { Verdict } from '../verdict.ts'
import type { Viewer } from '../viewer.ts'
import type { Model } from './models.ts'
import type { ReadNeed, RelatedRows } from './need.ts'
import type { Row } from './result.ts'
import { inPrismasTypes } from './revive.ts'
import type { ColumnName, Columns } from './types.ts'

/** What can be done with a row: the policy that the command asks, and the columns it looks at. */
export type Actions<M extends ModelName, N extends Readonly<Record<string, readonly ColumnName<M>[]>>> = {
  readonly [A in keyof N]: {
    readonly description: string
    readonly needs: N[A]
    /** Rows whose existence the policy asks about, such as a membership that binds the row to the viewer. */
    readonly related?: RelatedRows
    readonly policy: (viewer: Viewer, row: Pick<Columns<M>, N[A][number]>, hasRelated: boolean) => Verdict
  }
}

/** An action once its types are of no more use. */
interface Action {
  readonly description: string
  readonly needs: readonly string[]
  readonly related?: RelatedRows
  readonly policy: (viewer: Viewer, row: Row, hasRelated: boolean) => Verdict
}

/** Whether the rows were found, in a row that was read for it. */
function found(row: Row, related: RelatedRows | undefined): boolean {
  if (!related) return false
  const holder = related.through === undefined ? row : (row[related.through] as Row | null)
  return Number(holder?.[related.name] ?? 0) > 0
}

/** How a verdict of a policy appears in the graph. */
const Permission = builder.objectRef<Verdict>('Permission').implement({
  description: 'Whether the viewer may do something, by the same policy that is enforced when it is tried.',
  fields: (t) => ({
    allowed: t.exposeBoolean('allowed', { description: 'True if it would be allowed now.' }),
    reason: t.string({
      nullable: true,
      description: 'If not allowed: why, as a SCREAMING_SNAKE code with a Japanese text in the portal.',
      resolve: (verdict) => (verdict.allowed ? null : verdict.reason),
    }),
  }),
})

/** The type behind `viewerCan`: a verdict per action. */
export function viewerCanRef<
  M extends ModelName,
  N extends Readonly<Record<string, readonly ColumnName<M>[]>>,
>(model: Model, field: string, actions: Actions<M, N>) {
  const name = `${model.name}${field.charAt(0).toUpperCase()}${field.slice(1)}`
  return builder.objectRef<Row>(name).implement({
    description: `What the asker may do with one ${model.name}.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(actions as unknown as Readonly<Record<string, Action>>).map(
          ([action, { description, needs, related, policy }]) => {
            const revive = inPrismasTypes(model, needs)
            const read: ReadNeed = { kind: 'policy', columns: needs, related }
            return [
              action,
              t.field({
                type: Permission,
                description,
                extensions: { read },
                resolve: (row, _args, { viewer }) => policy(viewer, revive(row), found(row, related)),
              }),
            ]
          },
        ),
      ),
  })
}
