import type { Translated } from '../../lib/texts.ts'
import type { tieStages as japanese } from '../ja/tie-stages.ts'

const unchecked = (text: string): string => `${text} [unconfirmed]`

export const tieStages: Translated<typeof japanese> = {
  title: 'What the next stage changes',
  lead: 'The stages need not follow each other, and two corporations may hold several at once.',
  now: 'Your deepest stage now',
  nowNone: 'No tie is recorded yet. Membership of the network is where it begins.',
  next: 'The next stage',
  here: 'You are here',
  nextHere: 'Next stage',
  jump: 'Choose a stage',
  unconfirmedNote:
    'Lines marked “unconfirmed” have not been checked against the text of the law or notice. Before you go on, ask the supervising authority or an expert.',
  parts: {
    carries: 'What is done and settled',
    decides: 'Who decides',
    papers: 'Which papers',
    law: 'Which rules',
    seen: 'Who sees it',
  },
  stages: {
    VOLUNTARY: {
      carries: [
        'Study groups, exchange and joint events.',
        'Settled: theme, how often, who takes part (by office).',
      ],
      decides: ['Heads of facilities and staff can begin by themselves.'],
      papers: ['None. Minutes and photographs make it easier to go on next year.'],
      law: ['No special procedure.'],
      seen: ['Within a network, its members and the municipality’s liaison see it.'],
    },
    COUNCIL_JOINT: {
      carries: [
        'Joint work or a fund under the rules of a liaison council.',
        'Settled: rules, dues, what the fund is for, how cases are recorded (without names).',
      ],
      decides: [
        'The network’s general meeting or board, by its rules.',
        unchecked('Within a corporation, paying dues is often put to the board of directors.'),
      ],
      papers: ['Rules, minutes, list of members, accounts of the fund'],
      law: ['The network’s own rules', unchecked('A fund is kept apart from the corporations’ accounts.')],
      seen: [
        'Members of the network see what it is and who takes part. Terms and papers are for the parties and officers.',
      ],
    },
    BUSINESS_ALLIANCE: {
      carries: [
        'Two or more corporations give and take a service by contract.',
        'Settled: scope, fee, term, renewal, confidentiality, personal data, early end.',
      ],
      decides: [
        unchecked('The chair alone or the board, by the amount (each corporation’s own rules).'),
        unchecked(
          'A director who is an officer of both sides needs the procedure for conflicts of interest.',
        ),
      ],
      papers: [
        'Contract or memorandum',
        'Quotes, or how the fee was found',
        'A clause, if personal data is handed over',
      ],
      law: [
        'Each corporation’s accounting rules',
        unchecked('Social Welfare Act, art. 45-16 (conflicts of interest)'),
        unchecked('Act on the Protection of Personal Information (supervision of contractors)'),
      ],
      seen: [
        'Members of the network see subject, parties, term and kind of paper.',
        'Fee, terms and papers are for the parties and the network’s officers.',
      ],
    },
    COLLABORATION_CORPORATION: {
      carries: [
        'Membership of a certified general incorporated association that does some of six kinds of work.',
        'Settled: area, policy, kinds of work, dues.',
      ],
      decides: [
        unchecked('The board of directors decides to join.'),
        'In it, the members’ meeting, the board and the council decide.',
        unchecked('Changes of policy and the choice of its representative need the certifying authority.'),
      ],
      papers: [
        'Certificate, policy, articles',
        unchecked('Accounts go to the certifying authority within three months of the year’s end.'),
      ],
      law: [
        'Social Welfare Act, art. 125 (six kinds of work)',
        unchecked('Social Welfare Act, art. 127 (members and votes)'),
        'Act on General Incorporated Associations and Foundations',
      ],
      seen: ['Members of the network see who belongs to it. It publishes its policy itself.'],
    },
    BOARD_PARTICIPATION: {
      carries: [
        'A director is sent, or the board renewed, to support a corporation.',
        'Recorded: term, seats, the look into conflicts, the councillors’ resolution.',
      ],
      decides: [
        unchecked('The councillors choose directors, for up to two years.'),
        unchecked('The board chooses its chair.'),
      ],
      papers: [
        'Minutes of the councillors’ meeting',
        unchecked('Acceptance, curriculum vitae, statement that nothing disqualifies'),
        unchecked('Notice and registration of the change'),
      ],
      law: [
        unchecked('Social Welfare Act, art. 43–45 (choice and term of officers)'),
        unchecked('Social Welfare Act, art. 44 (limits on relatives)'),
      ],
      seen: [
        'From here on only administrators and reporters of the parties see it.',
        'Secretariat, other members, people of facilities and the operator see not even a number.',
      ],
    },
    BUSINESS_TRANSFER: {
      carries: [
        'Facilities or offices go over to another corporation.',
        'Recorded: facilities, day, assets, staff, users’ consent, designation and closing, approval of subsidised property, price.',
      ],
      decides: [
        unchecked('Both boards; the councillors where basic property or the articles change.'),
        unchecked('Such changes need the supervising authority.'),
      ],
      papers: [
        'The contract of transfer',
        unchecked('Application for designation, notice of closing'),
        unchecked('Application for approval where property was bought with a subsidy'),
      ],
      law: [
        unchecked('Social Welfare Act, art. 45-36 (articles)'),
        unchecked('Subsidies Act, art. 22 (disposal of property)'),
        unchecked('Designation under the care, disability and child welfare acts'),
      ],
      seen: ['The parties alone. Once facilities have moved and the registry says so, that fact is public.'],
    },
    MERGER: {
      carries: [
        'Confidentiality, basic agreement, officers, contract, disclosure, councillors, approval, creditors, registration.',
        'Only between social welfare corporations; nothing is paid, since nobody holds shares.',
      ],
      decides: [
        'The councillors, and the supervising authority.',
        unchecked('The councillors decide by two thirds.'),
      ],
      papers: [
        'Merger contract, disclosure before and after, record of what staff and users were told',
        unchecked('Public notice and letters to creditors'),
        unchecked('Registration'),
      ],
      law: [
        unchecked('Social Welfare Act, art. 48–55 (mergers)'),
        unchecked('Social Welfare Act, art. 53 (creditors; no less than two months)'),
      ],
      seen: [
        'The parties alone. It is public once the secretariat records the registered merger.',
        'The old corporate number stays in the history; ties go to the successor.',
      ],
    },
  },
}
