import { parseGlobalId, type ModelName } from '../ids.ts'
import { badInput } from './bad-input.ts'
import { columnOf, findModel, keyColumn, modelOf } from './models.ts'
import { isDeclared } from './registry.ts'
import type { Filter, Ordering } from './tree.ts'

/** Finds the row with a key. */
export const byKey = (model: string, key: string): Filter => ({ [keyColumn(modelOf(model))]: key })

export const keyOrdering = (model: string): Ordering => [{ [keyColumn(modelOf(model))]: 'asc' }]

/** A global id taken apart, or null if it cannot be one: of no model in the graph, or with a key its column could not hold. */
export function readGlobalId(id: string): { model: ModelName; key: string } | null {
  const parsed = parseGlobalId(id)
  const model = parsed && isDeclared(parsed.model) ? findModel(parsed.model) : null
  if (!parsed || !model || !canBeKey(model.name, parsed.id)) return null
  return { model: model.name, key: parsed.id }
}

function canBeKey(model: ModelName, key: string): boolean {
  const column = columnOf(modelOf(model), keyColumn(modelOf(model)))
  if (column.native === 'Uuid') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)
  if (column.type === 'Int') return /^\d{1,9}$/.test(key)
  if (column.type === 'BigInt') return /^\d{1,18}$/.test(key)
  return !key.includes('\0')
}

/** The key behind an argument that takes a global id of one model. */
export function keyOf(model: ModelName, id: string): string {
  const found = readGlobalId(id)
  if (found?.model !== model) throw badInput(`${id} is not an id of a ${model}.`)
  return found.key
}
