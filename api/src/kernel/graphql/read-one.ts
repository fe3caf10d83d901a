import type { GraphQLResolveInfo } from 'graphql'
import type { ModelName } from '../ids.ts'
import type { GraphContext } from './context.ts'

type ReadOne = (
  context: GraphContext,
  info: GraphQLResolveInfo,
  model: ModelName,
  id: string,
) => Promise<unknown>

let reader: ReadOne | null = null

/** The read path says how it reads one record with the selection below the current field. */
export function readPayloadsWith(read: ReadOne): void {
  reader = read
}

/** Reads one record for a payload, through the eyes of the viewer. */
export const readOne: ReadOne = (context, info, model, id) => {
  if (!reader) throw new Error('The read path is not loaded.')
  return reader(context, info, model, id)
}
