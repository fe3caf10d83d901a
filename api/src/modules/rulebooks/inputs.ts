import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'
import { faultsOfRulebook } from './rules/faults.ts'
import * as vocabulary from './vocabulary.ts'

const oneOf = <const V extends Readonly<Record<string, string>>>(words: {
  readonly name: string
  readonly description: string
  readonly values: V
}) => enumOf(words.name, words.description, words.values)

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

const organ = () => oneOf(vocabulary.organWords).describe('Which body.')

const share = (of: string) =>
  z
    .object({
      numerator: z.int().min(1).max(100).describe('Above the line.'),
      denominator: z.int().min(1).max(100).describe('Below the line.'),
    })
    .describe(of)

const threshold = () =>
  z.object({
    unit: oneOf(vocabulary.unitWords).describe('Heads or votes.'),
    base: oneOf(vocabulary.baseWords).describe('Of what the share is taken.'),
    share: share('The share, exact.'),
    reach: oneOf(vocabulary.reachWords).describe('Whether the share itself is enough.'),
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
    voters: oneOf(vocabulary.votersWords).describe('Who votes.'),
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
      .describe('Proxies (委任状) and how many one may hold.'),
    written: z
      .object({ allowed: z.boolean().describe('Whether votes in writing are taken.'), clause: clause() })
      .describe('Votes in writing before a meeting.'),
    conflict: z
      .object({
        excludes: oneOf(vocabulary.exclusionWords).describe('From what it is left out.'),
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
        votes: oneOf(vocabulary.chairWords).describe('When the chair votes.'),
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

/** The rules of a rulebook as they are stored. */
export const rulebookShape = z.object({
  name: name('the rulebook'),
  classes: z
    .array(
      z.object({
        code: code(),
        name: name('such a member'),
        votes: z.int().min(0).max(1_000).describe('Votes such a member has; 0 = no vote.'),
        openTo: oneOf(vocabulary.openToWords).describe('Who can be one.'),
        clause: clause(),
      }),
    )
    .min(1)
    .max(12)
    .describe('Kinds of member.'),
  votes: z
    .object({
      weighting: oneOf(vocabulary.weightingWords).describe('How they are spread.'),
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

/** The rules as they are sent: with what the shape alone cannot say checked, each fault at its field. */
export const rulebookInput = () =>
  rulebookShape
    .superRefine((rules, context) => {
      for (const { path, code: fault } of faultsOfRulebook(rules))
        context.addIssue({ code: 'custom', path: [...path], message: fault, params: { code: fault } })
    })
    .describe('The rules as the portal computes with them.')

/** The text of an article. */
export const articlesShape = z.array(
  z.object({
    number: z
      .string()
      .trim()
      .regex(/^[1-9][0-9]{0,2}(の[1-9][0-9]?)?$/)
      .describe('Number of the article: 14, or 14の2.'),
    heading: z.string().trim().min(1).max(60).describe('What it is about.'),
    text: z.string().trim().min(1).max(4_000).describe('Its text, paragraphs on lines of their own.'),
  }),
)

export const articlesInput = () =>
  articlesShape
    .max(200)
    .superRefine((articles, context) => {
      const seen = new Set<string>()
      for (const [index, { number }] of articles.entries()) {
        if (seen.has(number))
          context.addIssue({
            code: 'custom',
            path: [index, 'number'],
            message: 'another article has this number',
            params: { code: 'ARTICLE_NUMBER_TWICE' },
          })
        seen.add(number)
      }
    })
    .describe('The text, article by article, in its order.')

export const rulebookSource = () => oneOf(vocabulary.sourceWords)
