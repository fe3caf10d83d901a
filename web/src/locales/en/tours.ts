import type { Translated } from '../../lib/texts.ts'
import type { tours as japanese } from '../ja/tours.ts'

export const tours: Translated<typeof japanese> = {
  lead: 'Three minutes to read.',
  step: (number) => `${number}.`,
  others: 'Guides for others',
  allHelp: 'All about how to use Yui',
  signIn: 'Sign in',
  director: {
    title: 'Guide for directors of facilities',
    steps: [
      {
        title: 'Open “To do” in the morning',
        body: 'What you must decide, confirm or attend stands there, the nearest deadline first. What is late stands on top, in red. On a quiet day the page says so, and when it was checked.',
      },
      {
        title: 'Confirm the facts about your facility',
        body: 'If telephone numbers and equipment are unchanged, one press of “Nothing has changed” is all. Correct what has changed. In a disaster, these facts are used as they stand.',
      },
      {
        title: 'Find other facilities',
        body: 'Search by part of the name, by reading, municipality or service. On a phone, press a telephone number to call it.',
      },
      {
        title: 'See whom you act for',
        body: 'The top of the page says it. If you hold roles at a facility and at its corporation, choose with “Change”.',
      },
    ],
  },
  council: {
    title: 'Guide for councils of social welfare and secretariats',
    steps: [
      {
        title: 'See the members of the network',
        body: '“Network” lists the member corporations, their facilities and contacts. The list can be printed.',
      },
      {
        title: 'Invite people',
        body: 'Invite by e-mail from “People and roles”. An expired invitation can be sent again. Roles have a first and a last day and end by themselves.',
      },
      {
        title: 'See how fresh the facts are',
        body: 'The network page counts what is out of date and where. Every number opens its facilities, and from there you ask them to confirm; only those who have not answered hear again after 7 and 14 days.',
      },
      {
        title: 'Set up the second factor',
        body: 'Acts of the secretariat need a code or a passkey besides the password. You are guided when you first sign in.',
      },
      {
        title: 'Check the record of acts',
        body: 'Who did what, when and for whom is kept in a way that shows later changes.',
      },
    ],
  },
  reporter: {
    title: 'Guide for those who prepare a corporation’s reports',
    steps: [
      {
        title: 'Open the corporation’s page',
        body: 'Its facilities, service offices and designated shelters stand on one page. Published facts carry their source and date.',
      },
      {
        title: 'Tell published from confirmed',
        body: '“Published data” is what the state and municipalities have published; “confirmed by a member” is what the facility itself has checked. Each row says which.',
      },
      {
        title: 'Ask facilities that have not confirmed',
        body: 'Facilities not confirmed for more than a year can be filtered by freshness on the search page.',
      },
      {
        title: 'Hand over at the end of the fiscal year',
        body: 'When somebody else takes over, choose the successor and the day in “People and roles”. It lists the roles and unfinished work of the predecessor.',
      },
    ],
  },
}
