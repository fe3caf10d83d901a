import { SeatKindEnum } from '../../../kernel/graphql/viewer.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy.ts'
import { findLookedAfter, type LookedAfterBody } from '../queries.ts'

const BodyRef = value<LookedAfterBody>('LookedAfterBody', {
  description: 'A body whose people the acting one looks after.',
  fields: {
    id: { type: 'ID', nullable: true, description: 'Relay id; null for this installation.' },
    kind: { type: SeatKindEnum, description: 'What kind of body it is.' },
    name: { type: 'String', description: 'Name of the body.' },
  },
})

query.custom('lookedAfterBodies', {
  access: policy.lookAfterPeople,
  scope: 'identity:read',
  description:
    'Bodies on which the viewer may give roles, at most 500: for an operator those with the text in their name, at most 50.',
  type: [BodyRef],
  args: (arg) => ({
    text: arg.string({ description: 'Only bodies with this in the name; an operator has to give it.' }),
  }),
  complexity: 50,
  resolve: ({ text }, { viewer, sql }) => findLookedAfter(sql, viewer, text ?? ''),
})
