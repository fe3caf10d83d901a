import { builder } from '../../../kernel/graphql/builder.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { answerAsGuest } from '../commands/answer-as-guest.ts'
import { inviteGuest } from '../commands/invite-guest.ts'
import { revokeGuestLink } from '../commands/revoke-guest-link.ts'
import { guestInvitation, type GuestInvitation, type GuestPaper } from '../queries/guest-invitation.ts'

const GuestLinkState = builder.enumType('GuestLinkState', {
  description: 'Whether the link of an invited body works.',
  values: {
    OPEN: { description: 'It can be answered.' },
    EXPIRED: { description: 'The meeting has begun.' },
    REVOKED: { description: 'The secretariat took it back.' },
    CANCELLED: { description: 'The meeting was called off.' },
  },
})

const Paper = value<GuestPaper>('GuestPaper', {
  description:
    'A paper of the agenda that an invited body may read; its bytes are at /api/meeting-guest/papers/<versionId>, asked for with the secret of the link in the header x-yui-guest.',
  fields: {
    item: { type: 'Int', description: 'Place of its item among items, from 1.' },
    versionId: { type: 'ID', description: 'Relay id of the DocumentVersion.' },
    title: { type: 'String', description: 'What it is called.' },
    fileName: { type: 'String', description: 'Name of the file.' },
    size: { type: 'Int', description: 'Bytes of the file.' },
    openedAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When it was first opened by this link; null if it was not.',
    },
  },
})

const Invitation = value<GuestInvitation>('GuestInvitation', {
  description: 'What an invited body without an account sees of a meeting by its link.',
  fields: {
    state: { type: GuestLinkState, description: 'Whether the link works.' },
    name: { type: 'String', description: 'The invited body.' },
    network: { type: 'String', description: 'Who invites.' },
    title: { type: 'String', description: 'The meeting.' },
    startsAt: { type: 'DateTime', description: 'When it begins.' },
    endsAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When it is meant to end; null if nobody has said.',
    },
    place: { type: 'String', description: 'Where it is; empty if online only.' },
    onlineUrl: {
      type: 'String',
      nullable: true,
      description: 'Address of the online meeting; null if there is none.',
    },
    items: { type: ['String'], description: 'Titles of the agenda, in order.' },
    papers: {
      type: [Paper],
      description:
        'Papers of the agenda that are for members, in its order; none once the link does not work.',
    },
    answer: {
      type: 'GuestAnswer' as never,
      nullable: true,
      description: 'What was answered; null if nothing.',
    },
    people: { type: 'Int', nullable: true, description: 'How many people come; null if that was not said.' },
    message: { type: 'String', nullable: true, description: 'What was written with it; null if nothing.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
  },
})

query.custom('guestInvitation', {
  access: 'public',
  scope: 'meetings:read',
  description:
    'The notice of a meeting for an invited body, by the secret of its link; null when there is none.',
  type: Invitation,
  nullable: true,
  args: (arg) => ({
    token: arg.string({ required: true, description: 'The secret after the # of the link.' }),
  }),
  resolve: ({ token }, { sql, now }) => guestInvitation(sql, token, now),
})

mutation(inviteGuest, {
  payload: {
    meetingGuest: 'MeetingGuest',
    meeting: 'Meeting',
    secret: { type: 'String', description: 'The secret of the link, shown once: /meeting-guest#<secret>.' },
  },
})
mutation(revokeGuestLink, { payload: { meetingGuest: 'MeetingGuest', meeting: 'Meeting' } })
mutation(answerAsGuest, { payload: { answered: { type: 'Boolean', description: 'The answer was taken.' } } })
