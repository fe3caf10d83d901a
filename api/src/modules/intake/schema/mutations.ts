import { mutation } from '../../../kernel/graphql/mutation.ts'
import { acceptTransfer } from '../commands/accept-transfer.ts'
import { declineTransfer } from '../commands/decline-transfer.ts'
import { keyInIntakeSheet } from '../commands/key-in-intake-sheet.ts'
import { makeIntakeSheets } from '../commands/make-intake-sheets.ts'
import { proposeTransfer } from '../commands/propose-transfer.ts'
import { revokeIntakeSheet } from '../commands/revoke-intake-sheet.ts'
import { searchForFamily } from '../commands/search-for-family.ts'
import { sendIntakeEntries } from '../commands/send-intake-entries.ts'

mutation(sendIntakeEntries, {
  payload: {
    accepted: { type: ['ID'], description: 'Entries that are kept, now or since an earlier sending.' },
    refused: { type: ['ID'], description: 'Entries that are not kept.' },
    refusedBecause: { type: ['String'], description: 'Why not, in the order of `refused`.' },
  },
})
mutation(makeIntakeSheets, {
  payload: {
    numbers: { type: ['String'], description: 'Numbers of the sheets.' },
    secrets: {
      type: ['String'],
      description: 'The secrets of their links, shown once: /intake-sheet#<secret>.',
    },
  },
})
mutation(revokeIntakeSheet, {
  payload: { revoked: { type: 'Boolean', description: 'The link works no more.' } },
})
mutation(keyInIntakeSheet, { payload: { taken: { type: 'Boolean', description: 'The sheet was taken.' } } })
mutation(proposeTransfer, { payload: { transfer: { type: 'ID', description: 'What was asked.' } } })
mutation(acceptTransfer, { payload: { answered: { type: 'Boolean', description: 'The answer was taken.' } } })
mutation(declineTransfer, {
  payload: { answered: { type: 'Boolean', description: 'The answer was taken.' } },
})
mutation(searchForFamily, {
  payload: {
    found: {
      type: 'Boolean',
      description:
        'One person who has agreed to be found. False also for several, and for one who has not agreed.',
    },
    whereabouts: {
      type: 'String',
      description: 'HERE, or an IntakeDestination for somebody who has left; null if nobody is told of.',
    },
    place: { type: 'String', description: 'The shelter and its telephone.' },
  },
})
