import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'

const code = () =>
  z
    .string()
    .trim()
    .max(40)
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .describe('Code by which decisions and memberships name it, SCREAMING_SNAKE.')
const name = (of: string) => z.string().trim().min(1).max(40).describe(`What the members call ${of}.`)
const clause = () =>
  z.string().trim().min(1).max(80).describe('The clause it comes from, e.g. 会則第14条1項.')
const days = (of: string) => z.int().min(0).max(90).describe(of)

export const organ = () =>
  enumOf('OrganKind', 'The bodies of a network that decide.', {
    GENERAL_MEETING: '総会, 社員総会: all members.',
    BOARD: '役員会, 理事会: those in an office.',
    EVALUATION_COUNCIL: '社会福祉連携推進評議会 of a 社会福祉連携推進法人.',
    COMMITTEE: '部会, 委員会: some of the members.',
  }).describe('Which body.')

const share = (of: string) =>
  z
    .object({
      numerator: z.int().min(1).max(100).describe('Above the line.'),
      denominator: z.int().min(1).max(100).describe('Below the line.'),
    })
    .describe(of)

const threshold = () =>
  z.object({
    unit: enumOf('RuleUnit', 'What a share counts.', {
      VOTERS: 'Heads: one for each voter.',
      VOTES: 'The votes the voters carry.',
    }).describe('Heads or votes.'),
    base: enumOf('RuleBase', 'Of what a share is taken.', {
      ALL: 'Of all who are entitled to decide.',
      PRESENT: 'Of those who take part, in person, by proxy or in writing.',
      CAST: 'Of the votes for and against alone; who abstains is left out.',
    }).describe('Of what the share is taken.'),
    share: share('The share, exact.'),
    reach: enumOf('RuleReach', 'How a share is reached.', {
      MORE_THAN: 'More than the share (過半数).',
      AT_LEAST: 'The share or more (3分の2以上).',
    }).describe('Whether the share itself is enough.'),
    clause: clause(),
  })

const resolution = () =>
  z.object({
    code: code(),
    name: name('this kind of resolution'),
    majority: z.array(threshold()).min(1).max(4).describe('What it takes; all of them have to be reached.'),
    quorum: z
      .array(threshold())
      .max(4)
      .nullable()
      .describe('A quorum of its own; empty = none is asked for; null = that of the body.'),
    tieGoesToChair: z.boolean().describe('Whether the chair may settle a tie.'),
    clause: clause(),
  })

const allowedBy = (of: string) => z.object({ clause: clause() }).nullable().describe(of)

const organRule = () =>
  z.object({
    organ: organ(),
    name: name('the body'),
    voters: enumOf('RuleVoters', 'Who votes in a body.', {
      MEMBERS: 'The member corporations.',
      OFFICERS: 'The people who hold an office.',
    }).describe('Who votes.'),
    notice: z
      .object({
        days: days('Full days between the day of the notice and the day of the meeting.'),
        daysIfWritten: days('The same where votes in writing are allowed for the meeting.'),
        waivedByConsent: z.boolean().describe('Whether it may be shorter when every voter consents.'),
        waivedIfWritten: z.boolean().describe('The same where votes in writing are allowed for the meeting.'),
        clause: clause(),
      })
      .describe('How early a meeting is called.'),
    recordDate: z
      .object({ daysBefore: days('Days before the meeting; 0 = the day itself.'), clause: clause() })
      .describe('When it is settled who votes.'),
    quorum: z
      .array(threshold())
      .max(4)
      .describe('All of them have to be reached; empty = none is asked for.'),
    counted: z
      .object({
        online: z.boolean().describe('Who takes part online.'),
        proxy: z.boolean().describe('Who is there by proxy (委任状).'),
        written: z.boolean().describe('Who has voted in writing (書面).'),
        clause: clause(),
      })
      .describe('Who counts towards the quorum besides those on site.'),
    proxy: z
      .object({
        allowed: z.boolean().describe('Whether a voter may be represented.'),
        perHolder: z
          .int()
          .min(1)
          .max(999)
          .nullable()
          .describe('How many one person may represent; null = any number.'),
        clause: clause(),
      })
      .describe('Proxies.'),
    written: z
      .object({ allowed: z.boolean().describe('Whether votes in writing are taken.'), clause: clause() })
      .describe('Votes in writing before a meeting.'),
    conflict: z
      .object({
        excludes: enumOf('ConflictExclusion', 'From what a voter with a special interest is left out.', {
          NOBODY: 'From nothing: it votes like any other.',
          FROM_MAJORITY: 'From the vote, but it counts towards the quorum.',
          FROM_QUORUM_AND_MAJORITY: 'From the vote and from the quorum.',
        }).describe('From what it is left out.'),
        clause: clause(),
      })
      .describe('Voters with a special interest (特別の利害関係).'),
    suspension: z
      .object({
        countedInBase: z.boolean().describe('Whether it still stands in what shares are taken of.'),
        clause: clause(),
      })
      .describe('Members whose rights rest; they never vote.'),
    chair: z
      .object({
        votes: enumOf('ChairVote', 'When the chair votes.', {
          ALWAYS: 'Like any other voter.',
          TIE_ONLY: 'Only to settle a tie; it counts towards the quorum.',
        }).describe('When the chair votes.'),
        settlesTies: z.boolean().describe('Whether the chair settles a tie.'),
        clause: clause(),
      })
      .describe('The chair.'),
    ballotsHiddenUntilClose: z
      .object({ hidden: z.boolean().describe('Whether they are hidden until the close.'), clause: clause() })
      .describe('Who voted how.'),
    writtenResolution: allowedBy('Deciding in writing without a meeting; null = not allowed.'),
    omission: z
      .object({
        auditorMayObject: z.boolean().describe('Whether an auditor’s objection prevents it.'),
        clause: clause(),
      })
      .nullable()
      .describe('Deciding without a meeting when everybody agrees (みなし決議); null = not allowed.'),
    resolutions: z.array(resolution()).min(1).max(12).describe('The kinds of resolution.'),
  })

/** The rules of a rulebook as they are sent and as they are stored. */
export const rulebookShape = z.object({
  name: name('the rulebook'),
  classes: z
    .array(
      z.object({
        code: code(),
        name: name('such a member'),
        votes: z.int().min(0).max(1_000).describe('Votes such a member has; 0 = no vote.'),
        openTo: enumOf('MemberClassOpenTo', 'Who can be such a member.', {
          WELFARE_CORPORATIONS: '社会福祉法人.',
          OTHERS: 'Bodies that are no 社会福祉法人.',
          ALL: 'Both.',
        }).describe('Who can be one.'),
        clause: clause(),
      }),
    )
    .min(1)
    .max(12)
    .describe('Kinds of member.'),
  votes: z
    .object({
      weighting: enumOf('VoteWeighting', 'How votes are spread over the members.', {
        EQUAL: 'Every member of a kind has the same.',
        WEIGHTED: 'A membership may carry a number of its own, with its reason.',
      }).describe('How they are spread.'),
      largestShare: share('The most one member may hold of all votes.')
        .nullable()
        .describe('The most one member may hold of all votes; null = no such rule.'),
      welfareMajority: z.boolean().describe('社会福祉法人 must hold more than half of all votes.'),
      clause: clause(),
    })
    .describe('How votes are spread over the members.'),
  organs: z.array(organRule()).min(1).max(4).describe('The bodies that decide.'),
  terms: z
    .array(
      z.object({
        office: name('the office'),
        years: z.int().min(1).max(20).describe('Years a term lasts.'),
        clause: clause(),
      }),
    )
    .max(20)
    .describe('Terms of office.'),
  administrators: z
    .object({
      least: z.int().min(1).max(20).describe('Fewer people than this who may run the network: a warning.'),
      clause: clause(),
    })
    .describe('People who may run the network in the portal.'),
  leaving: z
    .object({ noticeDays: z.int().min(0).max(730).describe('Days before the last day.'), clause: clause() })
    .describe('How early a member says that it leaves.'),
})
