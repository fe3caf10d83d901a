import { enumeration } from '../../../kernel/read/enumeration.ts'

export const PlatformKind = enumeration('PlatformKind', {
  description: 'Who leads a network, and in which legal form.',
  values: {
    COUNCIL_LED: '社協主導: a council of social welfare leads.',
    CORPORATION_LED: '大規模法人主導: a large corporation leads.',
    COLLABORATION_PROMOTION_CORPORATION: '社会福祉連携推進法人.',
    OTHER: 'Another form.',
  },
})

enumeration('ApplicationOrigin', {
  description: 'Which side began an application.',
  values: { APPLIED: 'The corporation applied.', INVITED: 'The network invited it.' },
})

export const ApplicationState = enumeration('ApplicationState', {
  description: 'How an application for membership stands.',
  values: {
    INVITED: 'It waits for the corporation.',
    SUBMITTED: 'It waits for the network.',
    ADMITTED: 'The corporation was admitted.',
    DECLINED: 'The network did not admit it.',
    WITHDRAWN: 'The side that began it took it back, or the corporation declined an invitation.',
  },
})

enumeration('MembershipEnding', {
  description: 'How a membership came to its end, other than by a merger.',
  values: { LEFT: '退会: the member left.', EXPELLED: '除名: a decision expelled it.' },
})

enumeration('PolicyState', {
  description: 'How far a version of the 社会福祉連携推進方針 is.',
  values: {
    DRAFT: 'It is being written.',
    APPLIED: 'Decided; its approval was applied for.',
    APPROVED: 'Approved by the 認定所轄庁; it stands.',
  },
})

enumeration('PromotionBusiness', {
  description: 'The six 社会福祉連携推進業務 (社会福祉法125条).',
  values: {
    COMMUNITY_WELFARE: '地域福祉支援業務: joint welfare work in the community.',
    DISASTER: '災害時支援業務: joint safety in a disaster.',
    MANAGEMENT: '経営支援業務: sharing how to manage.',
    LOANS: '貸付業務: loans to members.',
    WORKFORCE: '人材確保等業務: recruiting, exchange and training.',
    SUPPLIES: '物資等供給業務: buying equipment and goods together.',
  },
})

enumeration('CommitteeRole', {
  description: 'What a member of a committee is in it.',
  values: {
    CHAIR: '部会長: chairs it.',
    VICE_CHAIR: '副部会長: stands in for the chair.',
    MEMBER: '部会員: takes part.',
  },
})

enumeration('PlatformLinkKind', {
  description: 'How one network stands to another.',
  values: { PART_OF: 'It stands below the other.', WORKS_WITH: 'They work together.' },
})
