import type { Rulebook_RulesFragment } from '../../generated/graphql.ts'
import type { rulebook } from '../../locales/ja/rulebook.ts'
import type { Translated } from '../../lib/texts.ts'

export type Rules = Rulebook_RulesFragment
export type OrganRules = Rules['organs'][number]
export type Resolution = OrganRules['resolutions'][number]
type Threshold = OrganRules['quorum'][number]
export type RulebookText = Translated<typeof rulebook>

/** A rule as a sentence, with the clause it comes from. */
export interface Sentence {
  /** The same rule has the same key in every version. */
  readonly key: string
  readonly sentence: string
  readonly clause: string
}

export interface SentenceGroup {
  readonly key: string
  readonly title: string
  readonly sentences: readonly Sentence[]
}

/** A rulebook in sentences, body by body; first its members, last its offices. */
export function sentencesOf(rules: Rules, text: RulebookText): SentenceGroup[] {
  return [
    { key: 'MEMBERS', title: text.groups.MEMBERS, sentences: ofMembers(rules, text) },
    ...rules.organs.map((organ) => ({
      key: organ.organ,
      title: organ.name,
      sentences: ofOrgan(organ, rules, text),
    })),
    { key: 'OFFICES', title: text.groups.OFFICES, sentences: ofOffices(rules, text) },
  ]
}

function ofMembers({ classes, votes }: Rules, { sentences: text }: RulebookText): Sentence[] {
  return [
    ...classes.map(({ code, name, openTo, votes: number, clause }) => ({
      key: `class.${code}`,
      sentence: text.memberClass(name, text.openTo[openTo], number),
      clause,
    })),
    {
      key: 'weighting',
      sentence: votes.weighting === 'EQUAL' ? text.equal : text.weighted,
      clause: votes.clause,
    },
    ...(votes.largestShare
      ? [
          {
            key: 'largestShare',
            sentence: text.largestShare(votes.largestShare.numerator, votes.largestShare.denominator),
            clause: votes.clause,
          },
        ]
      : []),
    ...(votes.welfareMajority
      ? [{ key: 'welfareMajority', sentence: text.welfareMajority, clause: votes.clause }]
      : []),
  ]
}

function ofOffices({ terms, administrators, leaving }: Rules, { sentences: text }: RulebookText): Sentence[] {
  return [
    ...terms.map(({ office, years, clause }) => ({
      key: `term.${office}`,
      sentence: text.term(office, years),
      clause,
    })),
    {
      key: 'administrators',
      sentence: text.administrators(administrators.least),
      clause: administrators.clause,
    },
    { key: 'leaving', sentence: text.leaving(leaving.noticeDays), clause: leaving.clause },
  ]
}

/** Only 社会福祉法127条 asks for it, of a 社会福祉連携推進法人, whose members are its 社員. */
const isPromotionCorporation = ({ votes }: Rules): boolean => votes.welfareMajority

/** What the members call one who votes in a body. */
export function nounOf(organ: OrganRules, rules: Rules, { nouns }: RulebookText): string {
  if (organ.voters === 'MEMBERS') return isPromotionCorporation(rules) ? nouns.SHAREHOLDER : nouns.MEMBER
  if (organ.organ === 'EVALUATION_COUNCIL') return nouns.COUNCILLOR
  return isPromotionCorporation(rules) ? nouns.DIRECTOR : nouns.OFFICER
}

function ofOrgan(organ: OrganRules, rules: Rules, all: RulebookText): Sentence[] {
  const text = all.sentences
  const noun = nounOf(organ, rules, all)
  const { name, counted, notice, recordDate, proxy, written, conflict, suspension, chair } = organ
  const sentences: (Sentence | null)[] = [
    {
      key: 'quorum',
      sentence:
        organ.quorum.length === 0
          ? text.noQuorum(name)
          : text.quorum(name, attendance(organ.quorum, noun, all)),
      clause: organ.quorum[0]?.clause ?? counted.clause,
    },
    organ.quorum.length > 0
      ? { key: 'counted', sentence: waysOf(counted, all), clause: counted.clause }
      : null,
    ...organ.resolutions.flatMap((resolution) => ofResolution(organ, resolution, noun, all)),
    { key: 'notice', sentence: text.notice(name, notice.days), clause: notice.clause },
    written.allowed && notice.daysIfWritten !== notice.days
      ? {
          key: 'noticeIfWritten',
          sentence: text.noticeIfWritten(notice.daysIfWritten),
          clause: notice.clause,
        }
      : null,
    notice.waivedByConsent ? { key: 'waived', sentence: text.waived(noun), clause: notice.clause } : null,
    notice.waivedByConsent && written.allowed && !notice.waivedIfWritten
      ? { key: 'waivedIfWritten', sentence: text.notWaivedIfWritten, clause: notice.clause }
      : null,
    {
      key: 'recordDate',
      sentence:
        recordDate.daysBefore === 0
          ? text.recordDay(noun, name)
          : text.recordBefore(noun, name, recordDate.daysBefore),
      clause: recordDate.clause,
    },
    {
      key: 'proxy',
      sentence: proxy.allowed ? text.proxy(proxy.perHolder) : text.noProxy,
      clause: proxy.clause,
    },
    { key: 'written', sentence: written.allowed ? text.written : text.noWritten, clause: written.clause },
    { key: 'conflict', sentence: text.conflict[conflict.excludes](noun), clause: conflict.clause },
    organ.voters === 'MEMBERS'
      ? {
          key: 'suspension',
          sentence: text.suspended(noun, suspension.countedInBase),
          clause: suspension.clause,
        }
      : null,
    {
      key: 'chair',
      sentence: chair.votes === 'TIE_ONLY' ? text.chairTieOnly : text.chairVotes,
      clause: chair.clause,
    },
    {
      key: 'hidden',
      sentence: organ.ballotsHiddenUntilClose.hidden ? text.hidden : text.shown,
      clause: organ.ballotsHiddenUntilClose.clause,
    },
    organ.writtenResolution
      ? {
          key: 'writtenResolution',
          sentence: text.writtenResolution(name),
          clause: organ.writtenResolution.clause,
        }
      : null,
    organ.omission
      ? {
          key: 'omission',
          sentence: text.omission(noun, organ.omission.auditorMayObject),
          clause: organ.omission.clause,
        }
      : null,
  ]
  return sentences.filter((sentence) => sentence !== null)
}

function ofResolution(
  organ: OrganRules,
  resolution: Resolution,
  noun: string,
  all: RulebookText,
): Sentence[] {
  const text = all.sentences
  const { code, name, majority, quorum, tieGoesToChair, clause } = resolution
  const majorities = majority.map(({ base, unit, share, reach }) =>
    text.majority[`${base}_${unit}`](
      noun,
      all.share(share.numerator, share.denominator, reach === 'MORE_THAN'),
    ),
  )
  return [
    {
      key: `resolution.${code}`,
      sentence: text.resolution(name, majorities),
      clause: majority[0]?.clause ?? clause,
    },
    ...(quorum === null || quorum === undefined
      ? []
      : [
          {
            key: `resolution.${code}.quorum`,
            sentence:
              quorum.length === 0
                ? text.noOwnQuorum(name)
                : text.ownQuorum(name, attendance(quorum, noun, all)),
            clause: quorum[0]?.clause ?? clause,
          },
        ]),
    ...(tieGoesToChair
      ? [{ key: `resolution.${code}.tie`, sentence: text.tie(name), clause: organ.chair.clause }]
      : []),
  ]
}

const attendance = (quorum: readonly Threshold[], noun: string, all: RulebookText): string[] =>
  quorum.map(({ unit, share, reach }) => {
    const words = all.share(share.numerator, share.denominator, reach === 'MORE_THAN')
    return unit === 'VOTERS' ? all.sentences.ofVoters(noun, words) : all.sentences.ofVotes(noun, words)
  })

function waysOf(
  { online, proxy, written }: OrganRules['counted'],
  { sentences: text }: RulebookText,
): string {
  const ways = [proxy && text.ways.proxy, written && text.ways.written, online && text.ways.online].filter(
    (way) => way !== false,
  )
  return ways.length === 0 ? text.countedNone : text.counted(ways)
}

/** A clause, and whether it says of itself that its words were not checked against the statute. */
export function readClause(clause: string, { unconfirmedRemark }: RulebookText) {
  const unconfirmed = clause.endsWith(unconfirmedRemark)
  return { clause: unconfirmed ? clause.slice(0, -unconfirmedRemark.length) : clause, unconfirmed }
}
