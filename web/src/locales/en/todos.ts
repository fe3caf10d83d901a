import { formatDate } from '../../lib/dates.ts'
import type { Translated } from '../../lib/texts.ts'
import type { todos as japanese } from '../ja/todos.ts'

const blocks: Readonly<Record<string, string>> = {
  BASIC: 'basic facts',
  CONTACTS: 'contacts',
  EQUIPMENT: 'equipment and supplies',
  SERVICES: 'services',
  RESOURCES: 'rooms and vehicles',
  STAFF: 'staff qualifications',
}

const nameOf = (block: string | number | undefined) => blocks[String(block)] ?? 'facts of a facility'

const corporationBlocks: Readonly<Record<string, string>> = {
  BASIC: 'facts of the corporation',
  CONTACTS: 'contacts of the head office',
  PROCUREMENT: 'rules for contracts',
}
const ofCorporation = (block: string | number | undefined) =>
  corporationBlocks[String(block)] ?? 'facts of the corporation'

export const todos: Translated<typeof japanese> = {
  OTHER: { title: 'Something to check', detail: 'Open it and check.', action: 'Open' },
  FACILITY_BLOCK_TO_CONFIRM: {
    title: ({ block }) => `Check: ${nameOf(block)}`,
    detail: ({ facility }) =>
      `${facility}. Nobody has checked this yet. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },
  FACILITY_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }) => `Check: ${nameOf(block)}`,
    detail: ({ facility, confirmedOn }) =>
      `${facility}. Last checked on ${formatDate(String(confirmedOn), 'en')}. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },
  CORPORATION_BLOCK_TO_CONFIRM: {
    title: ({ block }) => `Check: ${ofCorporation(block)}`,
    detail: ({ corporation }) =>
      `${corporation}. Nobody has checked this yet. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },
  CORPORATION_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }) => `Check: ${ofCorporation(block)}`,
    detail: ({ corporation, confirmedOn }) =>
      `${corporation}. Last checked on ${formatDate(String(confirmedOn), 'en')}. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },

  PAIRS_TO_DECIDE: {
    title: 'Is it the same?',
    detail: ({ count }) => `${count} pairs may be one facility or corporation. Compare them one by one.`,
    action: 'Compare',
  },
  FACILITY_BLOCK_ASKED_FOR: {
    title: ({ block }) => `Check: ${nameOf(block)} (asked for by the secretariat)`,
    detail: ({ facility, network, confirmedOn }) =>
      `${facility}. The secretariat of ${network} asks for it. ${
        confirmedOn
          ? `Last checked on ${formatDate(String(confirmedOn), 'en')}.`
          : 'Nobody has checked this yet.'
      } If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },
  ANNOUNCEMENT_TO_ACKNOWLEDGE: {
    title: 'Announcement to acknowledge',
    detail: ({ title, network }) =>
      `“${title}” from the secretariat of ${network}. When you have read it, say so with one press of a button.`,
    action: 'Read it',
  },
  ANNOUNCEMENTS_TO_READ: {
    title: 'New announcements',
    detail: ({ title, count }) =>
      Number(count) > 1 ? `“${title}” and ${Number(count) - 1} more that you have not opened.` : `“${title}”`,
    action: 'Read them',
  },
  INVITATION_ABOUT_TO_EXPIRE: {
    title: 'Invitation about to expire',
    detail: ({ name }) => `The invitation of ${name} was not accepted yet. Soon its link no longer opens.`,
    action: 'See the invitation',
  },
  HANDOVER_TO_PREPARE: {
    title: 'Prepare your hand-over',
    detail: ({ name }) => `Your roles go to ${name}. See whether you have open invitations or tokens in use.`,
    action: 'See the plan',
  },
  HANDOVER_TO_RECEIVE: {
    title: 'Roles you take over',
    detail: ({ name }) => `You take over roles from ${name}. From that day on you can act.`,
    action: 'See the plan',
  },
}
