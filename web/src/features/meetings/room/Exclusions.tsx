import { useMeetingsText } from '../../../locales/meetings.ts'
import { shortName } from '../../../locales/short-name.ts'

interface ExclusionsProps {
  exclusions: readonly {
    id: string
    reason: string
    acceptedAt: string | null
    voter: { name: string } | null
  }[]
  clause: string
  /** Voters with a vote, and those left without the excluded. */
  base: number
  entitled: number
}

/** Who takes no part in the item, why, by which clause, and what that does to the base. */
export function Exclusions({ exclusions, clause, base, entitled }: ExclusionsProps) {
  const text = useMeetingsText().room
  const accepted = exclusions.filter(({ acceptedAt }) => acceptedAt !== null)
  return accepted.map(({ id, reason, voter }, n) => (
    <p key={id} className="yui-rule-line">
      <b>{text.excludedOne(shortName(voter?.name ?? ''))}</b>
      {text.excludedWhy(reason, clause)}
      {n === accepted.length - 1 && base !== entitled && text.baseChanged(base, entitled)}
    </p>
  ))
}
