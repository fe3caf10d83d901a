import type { Prisma } from '../../../generated/prisma/client.ts'
import { builder } from '../../../kernel/graphql/builder.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { requestConfirmation } from '../commands/request-confirmation.ts'
import { withdrawConfirmationRequest } from '../commands/withdraw-confirmation-request.ts'
import * as policy from '../policy/confirmation-requests.ts'
import { requestStateOf, type RequestState } from '../rules/confirmation-requests.ts'

enumeration('ConfirmationAnswer', {
  description: 'How a block that the secretariat asked about was answered.',
  values: {
    CONFIRMED: 'Somebody of the facility said that it is right (変わりありません).',
    EDITED: 'The facility’s own people or its corporation changed it.',
  },
})

export const ConfirmationRequestState = builder.enumType('ConfirmationRequestState', {
  description: 'How a request for confirmation stands.',
  values: {
    OPEN: { description: 'At least one block waits for an answer.' },
    ANSWERED: { description: 'Every block was confirmed or edited.' },
    WITHDRAWN: { description: 'The secretariat took it back.' },
  },
})

/** Requests that stand so; null = however. */
export function requestsInState(state: RequestState | null): Prisma.ConfirmationRequestWhereInput {
  switch (state) {
    case 'OPEN':
      return { answeredAt: null, withdrawnAt: null }
    case 'ANSWERED':
      return { answeredAt: { not: null } }
    case 'WITHDRAWN':
      return { withdrawnAt: { not: null } }
    case null:
      return {}
  }
}

const seenBy = 'Seen by the network’s officers, the facility’s own people, its corporation and the operator.'

model('ConfirmationRequest', {
  description: `A network’s secretariat asks a facility to confirm blocks of its facts. ${seenBy}`,
  visibleTo: policy.requestsVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network that asks.' }),
    facility: t.one('facility', { description: 'The facility that is asked.' }),
    note: t.column('note', { description: 'What the secretariat said with it; null if nothing.' }),
    askedAt: t.column('askedAt', { description: 'When it was asked.' }),
    askedBy: t.one('askedBy', { description: 'Who asked; null unless the asker may know the person.' }),
    reminders: t.column('reminders', { description: 'How often it was repeated: 0, 1 or 2 times.' }),
    remindedAt: t.column('remindedAt', { description: 'When it was last repeated; null if never.' }),
    answeredAt: t.column('answeredAt', {
      description: 'When the last of its blocks was answered; null while one is open.',
    }),
    withdrawnAt: t.column('withdrawnAt', { description: 'When it was taken back; null if it was not.' }),
    state: t.computed({
      needs: ['answeredAt', 'withdrawnAt'],
      type: ConfirmationRequestState,
      description: 'How it stands.',
      resolve: (row) => requestStateOf(row),
    }),
    blocks: t.many('blocks', {
      description: 'The blocks that were asked about.',
      orderBy: [{ block: 'asc' }, { id: 'asc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      withdraw: { description: 'Take it back.', needs: ['platformId'], policy: policy.askFor },
    }),
  }),
})

model('ConfirmationRequestBlock', {
  description: `One block that a request asks about. ${seenBy}`,
  visibleTo: policy.requestBlocksVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    block: t.column('block', { description: 'Which part of the facts.' }),
    answeredAt: t.column('answeredAt', { description: 'When it was answered; null while it is open.' }),
    answer: t.column('answer', { description: 'How it was answered; null while it is open.' }),
  }),
})

extend('Facility', (t) => ({
  confirmationRequests: t.many('requests', {
    description: `What secretariats have asked it to confirm, latest first. ${seenBy}`,
    args: (arg) => ({ open: arg.boolean({ description: 'Only those that wait for an answer.' }) }),
    where: ({ open }) => requestsInState(open ? 'OPEN' : null),
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  }),
}))

mutation(requestConfirmation, {
  payload: {
    platform: 'Platform',
    facilityCount: { type: 'Int', description: 'Number of facilities that are asked.' },
    blockCount: { type: 'Int', description: 'Number of blocks they are asked about, all together.' },
  },
})
mutation(withdrawConfirmationRequest, { payload: { confirmationRequest: 'ConfirmationRequest' } })
