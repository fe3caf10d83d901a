import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate, monthsBetween, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useRegistryText } from '../../locales/registry.ts'

export const FreshnessText_facility = graphql(`
  fragment FreshnessText_facility on Facility {
    id
    freshness
    confirmedAt
    sample
    dataSource {
      id
      asOf
    }
  }
`)

/** How old the facts of a facility are, in words: confirmed by members, long ago, or only published. */
export function FreshnessText({ facility }: { facility: FragmentType<typeof FreshnessText_facility> }) {
  const { freshness, confirmedAt, dataSource } = readFragment(FreshnessText_facility, facility)
  const text = useRegistryText().freshness
  const language = useLanguage()
  const month = useMonthText()
  if (confirmedAt)
    return (
      <>
        {freshness === 'STALE' ? (
          <b className="prose-strong">{text.stale(monthsBetween(confirmedAt, today()))}</b>
        ) : (
          text.confirmed
        )}
        <br />
        <time className="desktop:whitespace-nowrap" dateTime={confirmedAt}>
          {formatDate(confirmedAt, language)}
        </time>
      </>
    )
  if (!dataSource) return text.none
  return (
    <>
      {text.published}
      <br />
      <span className="desktop:whitespace-nowrap">{month(dataSource.asOf)}</span>
    </>
  )
}

/** 「2025年12月」: published files name the month they are true for. */
export function useMonthText(): (iso: string) => string {
  const text = useRegistryText().freshness
  return (iso) => {
    const [year = 0, month = 0] = iso.split('-').map(Number)
    return text.month(year, month)
  }
}
