import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  collaborationPicture,
  type CollaborationPicture,
  type PicturedCorporation,
  type PicturedPair,
} from '../queries/picture.ts'
import { CollaborationStage } from './enums.ts'

const PicturedCorporationRef = value<PicturedCorporation>('PicturedCorporation', {
  description: 'A member of a network, as its picture names it.',
  fields: {
    corporationId: { type: 'ID', description: 'Relay id of the corporation.' },
    name: { type: 'String', description: 'Name of the corporation.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
  },
})

const PicturedPairRef = value<PicturedPair>('PicturedPair', {
  description: 'Two members that work together beyond their membership.',
  fields: {
    oneId: { type: 'ID', description: 'Relay id of one corporation.' },
    otherId: { type: 'ID', description: 'Relay id of the other.' },
    stage: { type: CollaborationStage, description: 'The deepest of their stages that the asker may see.' },
    tieCount: { type: 'Int', description: 'Number of ties between them that the asker may see.' },
  },
})

const CollaborationPictureRef = value<CollaborationPicture>('CollaborationPicture', {
  description: 'Who works with whom in a network today, as far as the asker may see.',
  fields: {
    membersStage: {
      type: CollaborationStage,
      description: 'The stage at which all members work together by their membership alone.',
    },
    ownCorporationId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of the corporation the asker acts for; null if for none.',
    },
    corporations: {
      type: [PicturedCorporationRef],
      description: 'Its members, in the order of the member list.',
    },
    pairs: { type: [PicturedPairRef], description: 'Pairs of members with a tie between them.' },
  },
})

query.custom('collaborationPicture', {
  access: 'signedIn',
  scope: 'collaboration:read',
  description:
    'Who works with whom in a network, each pair by its deepest stage. A stage from 理事会参加 upward is shown to its parties alone. Null for who does not see the network.',
  type: CollaborationPictureRef,
  nullable: true,
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  complexity: 50,
  resolve: ({ platformId }, { viewer, sql }) =>
    collaborationPicture(sql, viewer, keyOf('Platform', platformId)),
})
