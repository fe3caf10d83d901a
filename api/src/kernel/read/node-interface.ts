import { builder } from '../graphql/builder.ts'
import type { Row } from './result.ts'

/** Where `node` and `nodes` say of which type a row is. */
const TYPE = '$type'

export const withType = (model: string, row: Row): Row => ({ ...row, [TYPE]: model })

export const nodeRef = builder.interfaceRef<Row>('Node').implement({
  description: 'Anything with an id of its own (Relay Global Object Identification).',
  resolveType: (row) => row[TYPE] as string,
  fields: (t) => ({
    id: t.id({
      description: 'Relay id: opaque, the same in every answer.',
      resolve: () => {
        throw new Error('every Node declares its own id')
      },
    }),
  }),
})
