import { builder } from '../../../kernel/graphql/builder.ts'
import { TodoRef } from '../../../kernel/graphql/todos.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy/membership.ts'
import { link, unlink } from '../policy/networks.ts'
import {
  carriedDecisions,
  linkedNetworks,
  networkStanding,
  type CarriedDecision,
  type LinkedNetwork,
  type MemberKind,
  type NetworkStanding,
  type SpreadFault,
} from '../queries/network-standing.ts'
import type { Filing } from '../rules/filings.ts'
import type { Missing } from '../rules/kinds.ts'
import { inFiscalOrder } from '../rules/months.ts'
import { templates, type Template } from '../rules/templates.ts'
import { PlatformKind } from './enumerations.ts'

const MemberKindRef = value<MemberKind>('MemberKind', {
  description: 'A kind of member of a network’s rulebook.',
  fields: {
    code: { type: 'String', description: 'Its code in the rulebook.' },
    name: { type: 'String', description: 'As the members call it.' },
    votes: { type: 'Int', description: 'Votes such a member has; 0 = none.' },
    openTo: { type: 'String', description: 'WELFARE_CORPORATIONS, OTHERS or ALL: who can be one.' },
    clause: { type: 'String', description: 'The clause it comes from.' },
  },
})

const SpreadFaultRef = value<SpreadFault>('VoteSpreadFault', {
  description: 'Something that is wrong with how the votes are spread over the members.',
  fields: {
    code: { type: 'String', description: 'SCREAMING_SNAKE; the portal has a sentence for it.' },
    member: {
      type: 'String',
      nullable: true,
      description: 'Name of the member it is about; null if of all.',
    },
    clause: { type: 'String', description: 'The clause that it is against.' },
  },
})

const MissingRef = value<Missing>('MissingOfKind', {
  description: 'Something that is compulsory for a network’s kind and lacking.',
  fields: {
    code: { type: 'String', description: 'SCREAMING_SNAKE; the portal has a sentence for it.' },
    have: { type: 'Int', nullable: true, description: 'How many there are, where it is a number.' },
    least: { type: 'Int', nullable: true, description: 'How many there must be.' },
    confirmed: { type: 'Boolean', description: 'False: the rule behind it is 未確認.' },
  },
})

const FilingRef = value<Filing>('NetworkFiling', {
  description: 'A yearly filing of a network, for one fiscal year.',
  fields: {
    code: { type: 'String', description: 'Code of its rule.' },
    name: { type: 'String', description: 'What is handed in.' },
    toWhom: { type: 'String', description: 'To whom, or where it is published.' },
    fiscalYear: { type: 'Int', description: 'The year it is of, by its first calendar year.' },
    dueOn: { type: 'Date', description: 'The last day for it.' },
    doneOn: { type: 'Date', nullable: true, description: 'Day it was handed in; null if it was not.' },
    confirmed: { type: 'Boolean', description: 'False: the rule is 未確認.' },
  },
})

query.custom('networkStanding', {
  access: 'signedIn',
  scope: 'platforms:read',
  description:
    'How a network stands on a day by its rulebook and its kind: votes, what is missing, what is due. Null for who does not see it; applications are told to its officers alone.',
  type: value<NetworkStanding>('NetworkStanding', {
    description: 'How a network stands on a day.',
    fields: {
      rulebook: { type: 'String', description: 'What the rulebook is called, e.g. 会則.' },
      rulebookNumber: {
        type: 'Int',
        nullable: true,
        description: 'Version in force; null = none, and the ready rules of its kind stand in.',
      },
      weighted: { type: 'Boolean', description: 'Whether a membership may carry votes of its own.' },
      classes: { type: [MemberKindRef], description: 'Kinds of member.' },
      members: { type: 'Int', description: 'Number of members.' },
      voters: { type: 'Int', description: 'How many of them have a vote.' },
      votes: { type: 'Int', description: 'Votes all together; those of suspended members are not counted.' },
      faults: { type: [SpreadFaultRef], description: 'What is wrong with how the votes are spread.' },
      noticeDays: { type: 'Int', description: 'Days of notice for leaving.' },
      noticeClause: { type: 'String', description: 'The clause they come from.' },
      administrators: { type: 'Int', description: 'People who may run it in the portal.' },
      leastAdministrators: { type: 'Int', description: 'How many the rulebook asks for.' },
      administratorsClause: { type: 'String', description: 'The clause that does.' },
      missing: { type: [MissingRef], description: 'What is compulsory for its kind and lacking.' },
      filings: { type: [FilingRef], description: 'Its filing calendar, what is open first.' },
      due: { type: [TodoRef], description: 'What its secretariat has to do.' },
    },
  }),
  nullable: true,
  complexity: 30,
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    on: arg({ type: 'Date', description: 'The day; today if left out.' }),
  }),
  resolve: ({ platformId, on }, { viewer, sql }) =>
    networkStanding(
      sql,
      viewer,
      keyOf('Platform', platformId),
      new Date(on ?? viewer.today).toISOString().slice(0, 10),
    ),
})

const LinkRelation = builder.enumType('LinkRelation', {
  description: 'How another network stands to this one.',
  values: {
    ABOVE: { description: 'This one is a part of it.' },
    BELOW: { description: 'It is a part of this one.' },
    BESIDE: { description: 'They work together.' },
  },
})

query.custom('linkedNetworks', {
  access: 'signedIn',
  scope: 'platforms:read',
  description: 'Networks that stand above, below or beside one, by name; empty for who does not see it.',
  type: [
    value<LinkedNetwork>('LinkedNetwork', {
      description: 'A network that is linked with another one, as that one’s people know it.',
      fields: {
        linkId: { type: 'ID', description: 'Relay id of the link.' },
        version: { type: 'Int', description: 'Version of the link.' },
        relation: { type: LinkRelation, description: 'How it stands to the network.' },
        platformId: { type: 'ID', description: 'Relay id of the other network.' },
        name: { type: 'String', description: 'Name, as members say it.' },
        kind: { type: PlatformKind, description: 'Who leads it.' },
        note: { type: 'String', description: 'On what the link rests.' },
        startsOn: { type: 'Date', description: 'First day of the link.' },
        endsOn: { type: 'Date', nullable: true, description: 'Last day; null while it goes on.' },
      },
    }),
  ],
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  resolve: ({ platformId }, { viewer, sql }) => linkedNetworks(sql, viewer, keyOf('Platform', platformId)),
})

query.custom('carriedDecisions', {
  access: 'signedIn',
  scope: 'platforms:read',
  description: 'The latest 100 carried decisions of a network, to be named as what an act rests on.',
  type: [
    value<CarriedDecision>('CarriedDecision', {
      description: 'A carried decision of a network.',
      fields: {
        decisionId: { type: 'ID', description: 'Relay id of the decision.' },
        title: { type: 'String', description: 'What it is about.' },
        number: { type: 'Int', description: 'Its number in the register of the fiscal year.' },
        fiscalYear: { type: 'Int', description: 'The fiscal year, by its first calendar year.' },
        effectiveOn: { type: 'Date', description: 'Day from which it holds.' },
      },
    }),
  ],
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  resolve: ({ platformId }, { viewer, sql }) => carriedDecisions(sql, viewer, keyOf('Platform', platformId)),
})

const TemplateCommittee = value<Template['committees'][number]>('NetworkTemplateCommittee', {
  description: 'A committee of a pattern.',
  fields: {
    name: { type: 'String', description: 'Name, as members say it.' },
    purpose: { type: 'String', description: 'What it is for.' },
    parent: { type: 'String', nullable: true, description: 'Name of the one it stands below.' },
  },
})
const TemplateRole = value<Template['roles'][number]>('NetworkTemplateRole', {
  description: 'A role of a pattern.',
  fields: {
    name: { type: 'String', description: 'Name, as members say it.' },
    responsibilities: { type: ['String'], description: 'What its holders answer for.' },
  },
})
const TemplateEntry = value<Template['yearPlan'][number]>('NetworkTemplateEntry', {
  description: 'What a network of a pattern usually does in a month.',
  fields: {
    month: { type: 'Int', description: 'Month, 1 to 12.' },
    title: { type: 'String', description: 'What is done.' },
  },
})

query.custom('networkTemplates', {
  access: 'signedIn',
  scope: 'platforms:read',
  description: 'The library of patterns that a network can be started from.',
  type: [
    value<Template>('NetworkTemplate', {
      description: 'A pattern that a network can be started from.',
      fields: {
        code: { type: 'String', description: 'Names it in startPlatformFromTemplate.' },
        kind: { type: PlatformKind, description: 'Who leads such a network.' },
        name: { type: 'String', description: 'As it is called.' },
        about: { type: 'String', description: 'Where it comes from and whom it suits.' },
        description: { type: 'String', description: 'What the network first says of itself.' },
        committees: { type: [TemplateCommittee], description: 'Its committees.' },
        roles: { type: [TemplateRole], description: 'Its roles.' },
        yearPlan: { type: [TemplateEntry], description: 'What comes in which month.' },
      },
    }),
  ],
  resolve: () => templates.map((template) => ({ ...template, yearPlan: inFiscalOrder(template.yearPlan) })),
})

extend('Platform', (t) => ({
  viewerCan: t.can({
    run: {
      description: 'Keep its members, committees, offices and papers.',
      needs: ['id'],
      policy: (viewer, { id }) => policy.runNetwork(viewer, { platformId: id }),
    },
    link: {
      description: 'Write down how it stands to another network.',
      needs: [],
      policy: link,
    },
    unlink: {
      description: 'Write down the last day of its links.',
      needs: ['id'],
      policy: (viewer, { id }) => unlink(viewer, { fromId: id, toId: id }),
    },
  }),
}))
