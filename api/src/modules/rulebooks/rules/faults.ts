import type { OrganRule, ResolutionRule, Rulebook, Share, Threshold } from './rulebook.ts'

/** Something that does not go together in a rulebook: where, and its code. */
export interface RulebookFault {
  readonly path: readonly (string | number)[]
  readonly code: string
}

/** What the shape of a rulebook cannot say: that its rules go together. */
export function faultsOfRulebook(rulebook: Rulebook): RulebookFault[] {
  const { largestShare } = rulebook.votes
  return [
    ...twice(rulebook.classes.map(({ code }) => code)).map((index) =>
      fault('CODE_TWICE', 'classes', index, 'code'),
    ),
    ...(rulebook.classes.every(({ votes }) => votes === 0)
      ? [fault('NOBODY_HAS_A_VOTE', 'classes', 0, 'votes')]
      : []),
    ...(largestShare && largestShare.numerator > largestShare.denominator
      ? [fault('SHARE_ABOVE_ALL', 'votes', 'largestShare', 'numerator')]
      : []),
    ...twice(rulebook.terms.map(({ office }) => office)).map((index) =>
      fault('OFFICE_TWICE', 'terms', index, 'office'),
    ),
    ...twice(rulebook.organs.map(({ organ }) => organ)).map((index) =>
      fault('BODY_TWICE', 'organs', index, 'organ'),
    ),
    ...rulebook.organs.flatMap((organ, index) => below(['organs', index], faultsOfOrgan(organ))),
  ]
}

function faultsOfOrgan(organ: OrganRule): RulebookFault[] {
  return [
    ...thresholds(['quorum'], organ.quorum),
    ...organ.quorum.flatMap(quorumOfAll('quorum')),
    ...(organ.notice.daysIfWritten < organ.notice.days
      ? [fault('NOTICE_SHORTER_IN_WRITING', 'notice', 'daysIfWritten')]
      : []),
    ...(organ.counted.proxy && !organ.proxy.allowed
      ? [fault('COUNTS_PROXIES_IT_DOES_NOT_ALLOW', 'counted', 'proxy')]
      : []),
    ...(organ.counted.written && !organ.written.allowed
      ? [fault('COUNTS_WRITING_IT_DOES_NOT_ALLOW', 'counted', 'written')]
      : []),
    ...(organ.chair.votes === 'TIE_ONLY' && !organ.chair.settlesTies
      ? [fault('CHAIR_NEVER_VOTES', 'chair', 'votes')]
      : []),
    ...twice(organ.resolutions.map(({ code }) => code)).map((index) =>
      fault('CODE_TWICE', 'resolutions', index, 'code'),
    ),
    ...organ.resolutions.flatMap((resolution, index) =>
      below(['resolutions', index], faultsOfResolution(organ, resolution)),
    ),
  ]
}

function faultsOfResolution(organ: OrganRule, resolution: ResolutionRule): RulebookFault[] {
  const { majority, quorum, tieGoesToChair } = resolution
  const [only] = majority
  const knowsTies =
    majority.length === 1 &&
    only !== undefined &&
    only.base !== 'ALL' &&
    only.reach === 'MORE_THAN' &&
    only.share.numerator * 2 === only.share.denominator
  return [
    ...thresholds(['majority'], majority),
    ...thresholds(['quorum'], quorum ?? []),
    ...(quorum ?? []).flatMap(quorumOfAll('quorum')),
    ...(tieGoesToChair && !organ.chair.settlesTies ? [fault('CHAIR_SETTLES_NO_TIES', 'tieGoesToChair')] : []),
    // Only a plain majority of those present or of the votes cast can end with both sides equal and nothing decided.
    ...(tieGoesToChair && !knowsTies ? [fault('MAJORITY_KNOWS_NO_TIE', 'tieGoesToChair')] : []),
  ]
}

const thresholds = (path: readonly string[], list: readonly Threshold[]): RulebookFault[] =>
  list.flatMap(({ share, reach }, index) =>
    isWithinReach(share, reach) ? [] : [fault('SHARE_ABOVE_ALL', ...path, index, 'share', 'numerator')],
  )

const isWithinReach = ({ numerator, denominator }: Share, reach: Threshold['reach']): boolean =>
  reach === 'MORE_THAN' ? numerator < denominator : numerator <= denominator

/** A quorum is a share of all: of those present it would always be reached. */
const quorumOfAll =
  (key: string) =>
  ({ base }: Threshold, index: number): RulebookFault[] =>
    base === 'ALL' ? [] : [fault('QUORUM_OF_THOSE_PRESENT', key, index, 'base')]

const fault = (code: string, ...path: (string | number)[]): RulebookFault => ({ code, path })

const below = (path: readonly (string | number)[], faults: readonly RulebookFault[]): RulebookFault[] =>
  faults.map((one) => ({ ...one, path: [...path, ...one.path] }))

/** Places of what stands in a list for the second time. */
const twice = (list: readonly string[]): number[] =>
  list.flatMap((one, index) => (list.indexOf(one) < index ? [index] : []))
