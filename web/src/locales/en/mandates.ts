import type { Translated } from '../../lib/texts.ts'
import type { mandates as japanese } from '../ja/mandates.ts'

export const mandates: Translated<typeof japanese> = {
  permissions: {
    CONFIRM_FACTS: 'Confirming that nothing has changed',
    EDIT_FACTS: 'Correcting the entries',
    SEE_ALL_CONTACTS: 'Seeing all contacts',
  },
  states: { PLANNED: 'yet to begin', HELD: '', ENDED: 'ended' },
  from: (day) => `from ${day}`,
  until: (from, to) => `from ${from} to ${to}`,
  hiddenNetwork: 'secretariat of a network',
  secretariatOf: (network) => `${network}, secretariat`,
  title: 'What it entrusts others with',
  lead: 'A secretariat or another corporation can look after the entries of this corporation and its facilities.',
  give: 'Entrust',
  caption: 'What this corporation entrusts others with',
  columns: { holder: 'Entrusted to', what: 'With', term: 'Time', by: 'Entrusted by', action: 'Act' },
  none: 'It entrusts nobody with anything.',
  revoke: 'End',
  revokeOf: (what, holder) => ` (${holder}: ${what})`,
  note: 'Note',
  onBehalf: (corporation) => `On behalf of ${corporation}`,
  form: {
    title: 'Entrust somebody',
    lead: 'What they do is recorded as done on behalf of this corporation. You can end it at any time.',
    kind: 'Whom',
    kinds: { network: 'The secretariat of a network', corporation: 'Another corporation' },
    network: 'Network',
    networkSupport:
      'A secretariat corrects its members’ entries and sees their contacts anyway. It can be entrusted with confirming.',
    corporationSearch: 'Find the corporation',
    corporationSearchSupport: 'Type a part of its name; the field below lists what fits.',
    corporation: 'Corporation',
    permissions: 'With what',
    permissionsSupport: 'Each can be ended on its own later.',
    permissionSupport: {
      CONFIRM_FACTS:
        'They check that the facts are right. To let them check the contacts too, entrust “Seeing all contacts” as well.',
      EDIT_FACTS:
        'They correct the facts. The authority, rules for contracts and closing a facility stay with you.',
      SEE_ALL_CONTACTS: 'They also see contacts for secretariats only, and the numbers for the night.',
    },
    startsOn: 'First day',
    startsOnSupport: 'Today or later.',
    endsOn: 'Last day',
    endsOnSupport: 'Leave it blank if it is not settled.',
    note: 'Note',
    noteSupport: 'They see it too, e.g. until we have found somebody for the office.',
    statement: ' entrusts them. Their administrator or secretariat is told.',
    submit: 'Entrust',
    leave: 'Back without entrusting',
    done: 'Entrusted.',
    wrong: {
      DAY_IS_OVER: 'The first day must be today or later.',
      ENDS_BEFORE_START: 'The last day must not lie before the first.',
    },
  },
  end: {
    titles: { revoke: 'End what is entrusted', giveBack: 'Give back what is entrusted' },
    leads: {
      revoke: 'Look at the work that depends on it before you end it. Nothing has changed yet.',
      giveBack: 'Look at the work that depends on it before you give it back. Nothing has changed yet.',
    },
    notFound: 'It has ended already, or is not there.',
    giver: 'Corporation',
    holder: 'Entrusted to',
    what: 'With',
    term: 'Time',
    workTitle: (count) => `Open work that depends on it (${count})`,
    changesTitle: 'Without it',
    noWork: 'There is no open work.',
    workLeads: {
      revoke:
        'Afterwards the corporation’s own people do it alone. Nothing disappears and nothing is undone.',
      giveBack:
        'Afterwards the corporation’s own people do it alone. Nothing disappears and nothing is undone.',
    },
    workCaption: 'Open work that depends on it',
    columns: { what: 'Work', where: 'Facility', day: 'Day', after: 'Afterwards by' },
    kinds: {
      REQUEST: (network) => `Asked for by ${network}`,
      DUE: () => 'To be confirmed',
      UNCONFIRMED: () => 'Correction not confirmed yet',
    },
    blocks: (blocks) => ` (${blocks.join(', ')})`,
    ofCorporation: 'The corporation itself',
    days: {
      REQUEST: (day) => `asked on ${day}`,
      DUE: (day) => `until ${day}`,
      UNCONFIRMED: (day) => `corrected on ${day}`,
    },
    over: (day) => `a year was over on ${day}`,
    never: 'never confirmed',
    after: {
      people: (count) => `${count} people of the facility, or the administrator`,
      nobody: 'the administrator: the facility has nobody registered',
      corporation: 'the administrator',
    },
    contacts: {
      revoke: (count) => `${count} of the contacts they see go out of their sight.`,
      giveBack: (count) => `${count} of the contacts you see go out of your sight.`,
    },
    contactsOutOfReach: {
      revoke: 'They keep other things, but can no longer confirm or correct contacts.',
      giveBack: 'You keep other things, but can no longer confirm or correct contacts.',
    },
    staysTitle: 'What stays',
    stays: {
      confirmed: (count) => `What was confirmed by it (${count} times) stays confirmed.`,
      history: 'The history and the record of acts stay.',
      drafts: {
        revoke:
          'Unsent drafts are kept on their devices and are not listed here. They cannot be sent afterwards.',
        giveBack: 'Unsent drafts stay on your device but cannot be sent afterwards.',
      },
    },
    statements: {
      revoke: ' ends it. It ends at once, and they are told.',
      giveBack: ' gives it back. It ends at once, and the corporation is told.',
    },
    submit: { revoke: 'End it', giveBack: 'Give it back' },
    leave: { revoke: 'Back without ending', giveBack: 'Back without giving back' },
    done: { revoke: 'It has ended.', giveBack: 'Given back.' },
  },
  held: {
    title: 'Corporations that entrust you',
    lead: (body) =>
      `${body} looks after the entries of these corporations. Confirm and correct on their pages.`,
    none: 'No corporation entrusts you with anything.',
    noneLead: 'Corporations that let you look after their entries appear here.',
    caption: (corporation) => `What ${corporation} entrusts you with`,
    what: 'With',
    giveBack: 'Give back',
    giveBackOf: (what) => ` (${what})`,
    toFacilities: 'Open the page of this corporation',
    link: 'Corporations that entrust you',
  },
}
