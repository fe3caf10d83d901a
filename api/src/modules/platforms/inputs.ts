import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'

// Parts of inputs that several commands of networks share. What people write is trimmed, never normalized.

/** Text that must be there. */
export const text = (longest: number) => z.string().trim().min(1).max(longest)

/** Text that may be left out; blank counts as left out. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((value) => value || null)
    .nullable()
    .default(null)

/** Code of a kind of member, as the rulebook has it. */
export const memberClassCode = () =>
  z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .max(40)
    .describe('Code of the kind of member in the rulebook, e.g. FULL.')

/** A code of a municipality, whose digits the registry knows. */
export const municipalityCode = () =>
  z
    .string()
    .regex(/^\d{6}$/)
    .describe('6-digit code of the municipality.')

/** A web address. */
export const webAddress = () =>
  z
    .string()
    .trim()
    .max(400)
    .transform((value, context) => {
      if (value === '') return null
      if (/^https?:\/\/\S+$/.test(value)) return value
      context.addIssue({ code: 'custom', message: 'no web address', params: { code: 'URL_UNREADABLE' } })
      return z.NEVER
    })
    .nullable()
    .default(null)

export const networkKind = () =>
  enumOf('PlatformKind', 'Who leads a network, and in which legal form.', {
    COUNCIL_LED: '社協主導: a council of social welfare leads.',
    CORPORATION_LED: '大規模法人主導: a large corporation leads.',
    COLLABORATION_PROMOTION_CORPORATION: '社会福祉連携推進法人.',
    OTHER: 'Another form.',
  })

export const promotionBusiness = () =>
  enumOf('PromotionBusiness', 'The six 社会福祉連携推進業務 (社会福祉法125条).', {
    COMMUNITY_WELFARE: '地域福祉支援業務: joint welfare work in the community.',
    DISASTER: '災害時支援業務: joint safety in a disaster.',
    MANAGEMENT: '経営支援業務: sharing how to manage.',
    LOANS: '貸付業務: loans to members.',
    WORKFORCE: '人材確保等業務: recruiting, exchange and training.',
    SUPPLIES: '物資等供給業務: buying equipment and goods together.',
  })

export const organKind = () =>
  enumOf('OrganKind', 'The bodies of a network that decide.', {
    GENERAL_MEETING: '総会, 社員総会: all members.',
    BOARD: '役員会, 理事会: those in an office.',
    EVALUATION_COUNCIL: '社会福祉連携推進評議会 of a 社会福祉連携推進法人.',
    COMMITTEE: '部会, 委員会: some of the members.',
  })

export const committeeRole = () =>
  enumOf('CommitteeRole', 'What a member of a committee is in it.', {
    CHAIR: '部会長: chairs it.',
    VICE_CHAIR: '副部会長: stands in for the chair.',
    MEMBER: '部会員: takes part.',
  })

export const linkKind = () =>
  enumOf('PlatformLinkKind', 'How one network stands to another.', {
    PART_OF: 'It stands below the other.',
    WORKS_WITH: 'They work together.',
  })
