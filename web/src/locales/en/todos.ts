import { formatDate } from '../../lib/dates.ts'
import { grouped } from '../../lib/digits.ts'
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

/** What is to be checked at once: one part of a facility's facts, several, or all of them. */
const nameOf = (block: string | number | undefined) => {
  const names = String(block)
    .split(',')
    .map((one) => blocks[one] ?? 'facts of a facility')
  return names.length === Object.keys(blocks).length ? 'all facts of a facility' : names.join(', ')
}

const corporationBlocks: Readonly<Record<string, string>> = {
  BASIC: 'facts of the corporation',
  CONTACTS: 'contacts of the head office',
  PROCUREMENT: 'rules for contracts',
}
const ofCorporation = (block: string | number | undefined) =>
  corporationBlocks[String(block)] ?? 'facts of the corporation'

/** On whose behalf, where it is not the own body's. */
const behalf = ({ entrustedBy }: Readonly<Record<string, string | number>>) =>
  entrustedBy ? ` Entrusted to you by ${entrustedBy}.` : ''

export const todos: Translated<typeof japanese> = {
  OTHER: { title: 'Something to check', detail: 'Open it and check.', action: 'Open' },
  TIE_TO_ANSWER: {
    title: 'Answer a proposed tie',
    detail: ({ corporation, subject }) => `${corporation} proposes “${subject}”.`,
    action: 'Read and answer',
  },
  FACILITY_BLOCK_TO_CONFIRM: {
    title: ({ block }) => `Check: ${nameOf(block)}`,
    detail: (words) =>
      `${words.facility}.${behalf(words)} Nobody has checked this yet. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },
  FACILITY_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }) => `Check: ${nameOf(block)}`,
    detail: (words) =>
      `${words.facility}.${behalf(words)} Last checked on ${formatDate(String(words.confirmedOn), 'en')}. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },
  CORPORATION_BLOCK_TO_CONFIRM: {
    title: ({ block }) => `Check: ${ofCorporation(block)}`,
    detail: (words) =>
      `${words.corporation}.${behalf(words)} Nobody has checked this yet. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },
  CORPORATION_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }) => `Check: ${ofCorporation(block)}`,
    detail: (words) =>
      `${words.corporation}.${behalf(words)} Last checked on ${formatDate(String(words.confirmedOn), 'en')}. If nothing has changed, one press of a button will do.`,
    action: 'Look at it',
  },

  PAIRS_TO_DECIDE: {
    title: 'Is it the same?',
    detail: ({ count }) => `${count} pairs may be one facility or corporation. Compare them one by one.`,
    action: 'Compare',
  },
  MISTAKES_TO_LOOK_AT: {
    title: 'Reported mistakes',
    detail: ({ count }) =>
      `${count} reported mistakes on pages that everybody can see wait. Check them, and correct what is wrong.`,
    action: 'See the reports',
  },
  FACILITY_BLOCK_ASKED_FOR: {
    title: ({ block }) => `Check: ${nameOf(block)} (asked for by the secretariat)`,
    detail: (words) =>
      `${words.facility}.${behalf(words)} The secretariat of ${words.network} asks for it. ${
        words.confirmedOn
          ? `Last checked on ${formatDate(String(words.confirmedOn), 'en')}.`
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
  MEETING_TO_ANSWER: {
    title: 'Answer a notice',
    detail: ({ meeting }) => `Say whether you come to ${meeting}, give a proxy or vote in writing.`,
    action: 'Answer',
  },
  BALLOT_TO_CAST: {
    title: 'Vote on an item',
    detail: ({ meeting, item }) => `${meeting}, “${item}”: you have not voted yet.`,
    action: 'Vote',
  },
  MEMBERSHIP_APPLICATION_TO_REVIEW: {
    title: 'Review an application',
    detail: ({ corporation, network }) =>
      `${corporation} has applied to ${network}. You can also ask it something.`,
    action: 'See the application',
  },
  MEMBERSHIP_INVITATION_TO_ANSWER: {
    title: 'Answer an invitation',
    detail: ({ network }) => `${network} invites you to join. You may accept or decline.`,
    action: 'See the invitation',
  },
  DUES_TO_PAY: {
    title: ({ network }) => `Dues of ${network}`,
    detail: ({ year, yen }) => `For FY ${year}, ${grouped(yen)} yen. Once paid, the secretariat notes it.`,
    action: 'See the dues',
  },
  DUES_OVERDUE: {
    title: ({ year }) => `Unpaid dues of FY ${year}`,
    detail: ({ network, count }) =>
      `${count} members of ${network} are past the day. Ask them, and note payment or waiver.`,
    action: 'See what is unpaid',
  },
  FILING_DUE: {
    title: ({ filing }) => `${filing}`,
    detail: ({ network, year }) => `Of ${network} for FY ${year}. Mark it as done once it is handed in.`,
    action: 'See the filings',
  },
  OFFICE_ENDING: {
    title: ({ office }) => `The term of ${office} ends`,
    detail: ({ network }) => `An office of ${network} ends. Record who follows.`,
    action: 'See the officers',
  },
  COMMITTEE_CHAIR_ENDING: {
    title: ({ committee }) => `The chair of ${committee} ends`,
    detail: ({ corporation }) => `The term of ${corporation} as chair ends. Settle who follows.`,
    action: 'See the committees',
  },
  TOO_FEW_ADMINISTRATORS: {
    title: 'Too few people run the network',
    detail: ({ count, least, clause }) =>
      `There are ${count}; ${clause} asks for at least ${least}. Invite another one.`,
    action: 'Invite somebody',
  },
  NETWORK_FACTS_MISSING: {
    title: 'Fill in what the network needs',
    detail: ({ network, count }) => `${count} of the things that ${network} needs are missing.`,
    action: 'See what is missing',
  },
  VOTES_AGAINST_THE_RULEBOOK: {
    title: 'Look at how the votes are spread',
    detail: ({ network, clause }) => `The votes of ${network} are against ${clause}.`,
    action: 'See members and votes',
  },
  DECISION_TASK_TO_DO: {
    title: ({ task }) => `${task} (follows from a decision)`,
    detail: ({ decision }) => `Follows from the decision “${decision}”. Press “Done” when it is.`,
    action: 'Look at the task',
  },
  MINUTES_TO_SIGN: {
    title: 'Minutes to sign',
    detail: ({ meeting, network }) => `Read the minutes of “${meeting}”, ${network}, and sign them.`,
    action: 'Read the minutes',
  },
  MINUTES_TO_WRITE: {
    title: 'Minutes to finish',
    detail: ({ meeting }) => `Write the minutes of “${meeting}” and ask for the signatures.`,
    action: 'Open the minutes',
  },
  STATUS_REPORT_DUE: {
    title: ({ event }) => `${event}: status report`,
    detail: ({ facility }) => `Report how ${facility} is with six taps. “Don’t know” is an answer.`,
    action: 'Report',
  },
  OPENING_TO_ANSWER: {
    title: ({ event }) => `${event}: request to open`,
    detail: ({ facility }) => `Say whether ${facility} can open as a welfare shelter.`,
    action: 'Answer',
  },
  OPENING_TO_OPEN: {
    title: ({ event }) => `${event}: record the opening`,
    detail: ({ facility }) => `It was decided that ${facility} opens. Record it when people can come.`,
    action: 'Record it',
  },
  TRANSFER_TO_ANSWER: {
    title: ({ event }) => `${event}: people from another shelter`,
    detail: ({ facility, count }) =>
      `${facility} is asked to take in ${count}. Say whether they have come, or that it cannot.`,
    action: 'Open the intake',
  },
  PLACE_WAS_FOUND: {
    title: ({ event }) => `${event}: places were found`,
    detail: ({ facility, count }) =>
      `For people at ${facility}, ${count} places were decided. Record it when they have left.`,
    action: 'Open the intake',
  },
  BOOK_TO_HAND_OUT: {
    title: ({ event }) => `${event}: take the list of people out`,
    detail: ({ facility }) =>
      `The shelter at ${facility} is closed. Take the list out as a file; 30 days later what is personal is erased.`,
    action: 'Take the list out',
  },
  OPENING_TO_DECIDE: {
    title: ({ event }) => `${event}: decision to open`,
    detail: ({ facility }) => `${facility} says that it can open.`,
    action: 'Decide',
  },
  SILENCE_TO_FIND_OUT: {
    title: ({ event }) => `${event}: a facility is silent`,
    detail: ({ facility }) =>
      `${facility} has not reported. Find out, by telephone or otherwise, and write it down.`,
    action: 'Find out',
  },
  // readiness
  READINESS_ANSWERS_EXPIRE: {
    title: 'Answer the checklist again',
    detail: ({ facility, count }) => `${count} answers of ${facility} expire soon or have expired.`,
    action: 'Open the checklist',
  },
  MENTORING_VISIT: {
    title: 'Visit of a mentorship',
    detail: ({ facility }) => `A visit with ${facility} is planned. Write down what was seen.`,
    action: 'Open the record',
  },
  MENTORING_CITY_TALK: {
    title: 'Talk with the municipality',
    detail: ({ facility }) => `The talk about the designation of ${facility}.`,
    action: 'Open the checklist',
  },
  READINESS_DRAFTS: {
    title: 'What a drill has shown',
    detail: ({ facility, count }) => `${count} suggestions wait for the checklist of ${facility}.`,
    action: 'Open the checklist',
  },
  STOCK_EXPIRES_SOON: {
    title: 'Stock expires soon',
    detail: ({ facility, name, count }) =>
      `${name} of ${facility}, ${count} lots in all, expire soon. Use or replace them.`,
    action: 'Look at the stock',
  },
  STOCK_HAS_EXPIRED: {
    title: 'Stock is out of date',
    detail: ({ facility, name, count }) =>
      `${name} of ${facility}, ${count} lots in all, are out of date or soon will be.`,
    action: 'Look at the stock',
  },
  LOAN_TO_GIVE_BACK: {
    title: 'Something to give back',
    detail: ({ facility, name, count }) =>
      `${name} (${count}) that ${facility} has borrowed is to be given back soon.`,
    action: 'Look at the loans',
  },
  LOAN_IS_OVERDUE: {
    title: 'Something overdue to give back',
    detail: ({ facility, name, count }) => `${name} (${count}) that ${facility} has borrowed is overdue.`,
    action: 'Look at the loans',
  },
  DEFECT_TO_PUT_RIGHT: {
    title: 'Put right what an inspection found',
    detail: ({ facility, name }) => `${facility}: ${name}`,
    action: 'Look at the inspections',
  },
  DEFECT_IS_OVERDUE: {
    title: 'Put right what an inspection found (overdue)',
    detail: ({ facility, name }) => `${facility}: ${name}`,
    action: 'Look at the inspections',
  },
  ALERT_TO_DECIDE: {
    title: 'Open it as a disaster?',
    detail: ({ title }) => `“${title}” of the JMA is over the threshold. Decide whether to open an event.`,
    action: 'Read the message and decide',
  },
  WEBHOOK_STOPPED: {
    title: 'A webhook stands still',
    detail: ({ name }) => `“${name}” has taken nothing for a day. Look after the other system.`,
    action: 'See the receivers',
  },
  DRILL_TO_DECIDE: {
    title: '[DRILL] Open it as a drill?',
    detail: ({ title }) => `[DRILL] A drill message of the JMA, “${title}”, has come in.`,
    action: 'Read the message and decide',
  },
}
