/**
 * The count of 業務提携 contracts of a hub with other members of its network that are in force on a day, as SQL: what a
 * network led by a corporation rests on. `network` and `hub` are columns, `day` a parameter, of the statement it goes into.
 */
export const hubContractsSql = ({
  network,
  hub,
  day,
}: {
  readonly network: string
  readonly hub: string
  readonly day: string
}): string => `(
  SELECT count(DISTINCT t.id)::int FROM collaboration_tie AS t
  JOIN collaboration_tie_party AS giver ON giver.tie_id = t.id AND giver.corporation_id = ${hub}
  JOIN collaboration_tie_party AS taker ON taker.tie_id = t.id AND taker.corporation_id <> ${hub}
  JOIN platform_membership AS member ON member.platform_id = ${network} AND member.corporation_id = taker.corporation_id
  WHERE t.platform_id = ${network} AND t.stage = 'BUSINESS_ALLIANCE' AND t.status = 'STANDING'
    AND ${[
      ['t.valid_from', 't.valid_to'],
      ['giver.starts_on', 'giver.ends_on'],
      ['taker.starts_on', 'taker.ends_on'],
      ['member.starts_on', 'member.ends_on'],
    ]
      .map(([from, to]) => `(${from} IS NULL OR ${from} <= ${day}) AND (${to} IS NULL OR ${to} >= ${day})`)
      .join('\n    AND ')}
)`
