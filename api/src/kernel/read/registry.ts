import type { ModelName } from '../ids.ts'
import { guest, type Viewer } from '../viewer.ts'
import { condition } from './filter.ts'
import { modelOf } from './models.ts'
import type { Filter } from './tree.ts'
import { Unsupported } from './unsupported.ts'
import { createWriter, type Visibility } from './writer.ts'

/** What a module has declared of a model: who sees which rows, and the token scope that reading takes. */
export interface Declaration {
  readonly visibleTo: (viewer: Viewer) => Filter
  readonly scope: string
}

const declarations = new Map<string, Declaration>()

/** Records a model as readable; once. A visibility that cannot be compiled is refused here, as far as guests show it. */
export function declare(model: ModelName, { visibleTo, scope }: Declaration): void {
  if (declarations.has(model)) throw new Unsupported(`${model} is declared twice`)
  condition(
    createWriter(() => ({})),
    modelOf(model),
    't',
    visibleTo(guest),
  )
  declarations.set(model, { visibleTo, scope })
}

function declarationOf(model: string): Declaration {
  const declaration = declarations.get(model)
  if (!declaration) throw new Unsupported(`no module declares ${model}; say model('${model}', …)`)
  return declaration
}

export const isDeclared = (model: string): boolean => declarations.has(model)

/** The scope a token needs to read a model. */
export const scopeOf = (model: string): string => declarationOf(model).scope

/**
 * Whether a guest sees every row of a model, and so everybody does: a relation to it cannot come back empty for want
 * of right.
 */
export const isPublic = (model: string): boolean =>
  Object.keys(declarationOf(model).visibleTo(guest)).length === 0

/** What the viewer may know of each model; asked once per model and statement. */
export function visibilityFor(viewer: Viewer): Visibility {
  const filters = new Map<string, Filter>()
  return (model) => {
    let filter = filters.get(model)
    if (filter === undefined) filters.set(model, (filter = declarationOf(model).visibleTo(viewer)))
    return filter
  }
}
