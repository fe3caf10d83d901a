import type { CostLine } from '../figures.ts'

/** What 災害救助法 covers for a welfare shelter, from a day on. Proposals from guides of prefectures: 未確認. */
export const CLAIM_CATEGORIES = [
  { code: 'STAFF', name: '相談等に当たる職員の人件費', needs: '勤務の記録（日・時間）' },
  {
    code: 'EQUIPMENT',
    name: 'ポータブルトイレ・手すり・仮設スロープなどの器物',
    needs: '領収書、設置の写真',
  },
  { code: 'INFORMATION', name: '情報伝達の機器', needs: '領収書' },
  { code: 'CONSUMABLES', name: '紙おむつ・ストーマ用装具などの消耗器材', needs: '領収書、使った人数' },
  { code: 'FOOD', name: '食事・飲料水', needs: '領収書、食数' },
  { code: 'PLACE', name: '部屋・光熱水費', needs: '使った部屋と日数' },
  { code: 'TRANSPORT', name: '移送', needs: '運行の記録、領収書' },
] as const

export interface ClaimLine {
  readonly code: string
  readonly name: string
  readonly needs: string
  readonly lines: number
  readonly yen: number
  readonly claimedYen: number
  readonly unclaimedYen: number
  /** Of what is not claimed yet: entries that have no evidence. */
  readonly withoutEvidence: number
}

/** Costs by category, with what is still to be claimed; what fits no category comes last and is never left out. */
export function claimPack(costs: readonly CostLine[]): ClaimLine[] {
  const known = new Set<string>(CLAIM_CATEGORIES.map(({ code }) => code))
  const categories = costs.some(({ category }) => !known.has(category))
    ? [
        ...CLAIM_CATEGORIES,
        { code: 'OTHER', name: 'どの区分にも当たらないもの', needs: '対象になるかを市町村に聞く' },
      ]
    : CLAIM_CATEGORIES
  return categories.map(({ code, name, needs }) => {
    const lines = costs.filter(({ category }) => (known.has(category) ? category : 'OTHER') === code)
    const open = lines.filter(({ claimedAt }) => claimedAt === null)
    const sum = (of: readonly CostLine[]) => of.reduce((total, { yen }) => total + yen, 0)
    return {
      code,
      name,
      needs,
      lines: lines.length,
      yen: sum(lines),
      claimedYen: sum(lines) - sum(open),
      unclaimedYen: sum(open),
      withoutEvidence: open.filter(({ evidence }) => evidence === null).length,
    }
  })
}
