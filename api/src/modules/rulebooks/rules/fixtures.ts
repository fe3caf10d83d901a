import type { OrganRule, ResolutionRule, Threshold } from './rulebook.ts'
import type { Choice, Standing, Vote, Voter } from './verdict.ts'
import { promotionCorporationRulebook } from './promotion-corporation-rulebook.ts'
import { voluntaryRulebook } from './voluntary-rulebook.ts'

const standings: Readonly<Record<string, Standing>> = {
  場: 'ON_SITE',
  線: 'ONLINE',
  委: 'PROXY',
  書: 'WRITTEN',
  退: 'LEFT',
  欠: 'ABSENT',
}
const choices: Readonly<Record<string, Choice>> = { '○': 'FOR', '×': 'AGAINST', '△': 'ABSTAIN' }

/**
 * The voters of a vote in short: how many (1 unless said), how they take part (場 on site, 線 online, 委 by proxy to the
 * chair or to the voter of that number, 書 in writing, 退 left, 欠 absent), how they vote (○ for, × against, △ abstains,
 * nothing), the votes each carries (/3), 利 with a special interest, 停 suspended. `9場○ 2委× 委1○ 場×/3利`.
 */
export function rollOf(text: string): Voter[] {
  const voters: Voter[] = []
  for (const group of text.split(' ').filter(Boolean)) {
    const found = /^(\d*)([場線委書退欠])(\d*)([○×△]?)(?:\/(\d+))?(利?)(停?)$/u.exec(group)
    if (!found) throw new Error(`no voters: ${group}`)
    const [, count, standing = '', holder, choice = '', votes, conflicted, suspended] = found
    for (let n = 0; n < Number(count || 1); n++) {
      voters.push({
        id: String(voters.length + 1),
        votes: Number(votes ?? 1),
        standing: standings[standing] ?? 'ABSENT',
        proxyHolderId: holder || null,
        conflicted: conflicted === '利',
        suspended: suspended === '停',
        choice: choices[choice] ?? null,
      })
    }
  }
  return voters
}

export const voteOf = (roll: string, chairId: string | null = null): Vote => ({
  voters: rollOf(roll),
  chairId,
  chairDecision: null,
})

/** A kind of resolution in an organ. */
interface Ruled {
  readonly organ: OrganRule
  readonly resolution: ResolutionRule
}

function ruled(organs: readonly OrganRule[], kind: OrganRule['organ'], code: string): Ruled {
  const organ = organs.find((one) => one.organ === kind)
  const resolution = organ?.resolutions.find((one) => one.code === code)
  if (!organ || !resolution) throw new Error(`no rule ${kind} ${code}`)
  return { organ, resolution }
}

const voluntary = voluntaryRulebook.organs
const statute = promotionCorporationRulebook.organs
const half = { numerator: 1, denominator: 2 }
const threshold = (over: Partial<Threshold>): Threshold => ({
  unit: 'VOTERS',
  base: 'CAST',
  share: half,
  reach: 'MORE_THAN',
  clause: '見本の規約',
  ...over,
})

const ordinary = ruled(voluntary, 'GENERAL_MEETING', 'ORDINARY')
const statutory = ruled(statute, 'GENERAL_MEETING', 'ORDINARY')

/** The kinds of resolution the tests speak of: those of the ready rulebooks, and what these do not show. */
export const rules = {
  通常: ordinary,
  改正: ruled(voluntary, 'GENERAL_MEETING', 'AMENDMENT'),
  解散: ruled(voluntary, 'GENERAL_MEETING', 'DISSOLUTION'),
  役員会: ruled(voluntary, 'BOARD', 'ORDINARY'),
  部会: ruled(voluntary, 'COMMITTEE', 'ORDINARY'),
  普通: statutory,
  特別: ruled(statute, 'GENERAL_MEETING', 'SPECIAL'),
  理事会: ruled(statute, 'BOARD', 'ORDINARY'),
  評議会: ruled(statute, 'EVALUATION_COUNCIL', 'OPINION'),

  /** Of the votes for and against alone; nobody in writing counts towards the quorum of a third of the heads. */
  投票数: {
    organ: {
      ...ordinary.organ,
      quorum: [threshold({ base: 'ALL', share: { numerator: 1, denominator: 3 }, reach: 'AT_LEAST' })],
      counted: { online: true, proxy: true, written: false, clause: '見本の規約' },
      conflict: { excludes: 'FROM_MAJORITY', clause: '見本の規約' },
      suspension: { countedInBase: true, clause: '見本の規約' },
    },
    resolution: { ...ordinary.resolution, majority: [threshold({ unit: 'VOTES' })] },
  },

  /** The chair votes only to settle a tie; who is online or represented does not count towards the quorum. */
  議長裁決: {
    organ: {
      ...ordinary.organ,
      chair: { votes: 'TIE_ONLY', settlesTies: true, clause: '見本の規約' },
      counted: { online: false, proxy: false, written: true, clause: '見本の規約' },
    },
    resolution: { ...ordinary.resolution, majority: [threshold({ base: 'PRESENT' })] },
  },

  /** No quorum at all, and two majorities at once: of the heads and of the votes. */
  二重: {
    organ: { ...statutory.organ, quorum: [] },
    resolution: {
      ...statutory.resolution,
      majority: [threshold({ base: 'PRESENT' }), threshold({ unit: 'VOTES', base: 'PRESENT' })],
    },
  },
} satisfies Readonly<Record<string, Ruled>>
