import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { compareArticles, compareRules } from '../../features/rulebooks/compare.ts'
import { DifferenceTable } from '../../features/rulebooks/DifferenceTable.tsx'
import { Rulebook_rules } from '../../features/rulebooks/rules-fragment.ts'
import { sentencesOf } from '../../features/rulebooks/sentences.ts'
import { readFragment } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/rulebooks/rulebook.css'

const Compare_query = graphql(`
  query NetworkRulebookComparePage($older: ID!, $newer: ID!) {
    older: rulebookVersion(id: $older) {
      ...Compared
    }
    newer: rulebookVersion(id: $newer) {
      ...Compared
    }
  }
`)

const Compared = graphql(`
  fragment Compared on RulebookVersion {
    id
    number
    effectiveOn
    rules {
      ...Rulebook_rules
    }
    articles {
      number
      heading
      text
    }
    platform {
      id
      name
      sample
    }
  }
`)

const route = getRouteApi('/network/rulebook/compare')

/** Two versions side by side, only what changed. */
export function NetworkRulebookComparePage() {
  const text = useRulebookText()
  const { id, older = '', newer = '' } = route.useSearch()
  const [result, readAgain] = useQuery({ query: Compare_query, variables: { older, newer } })
  return (
    <>
      <Breadcrumbs current={text.compare.title}>
        <Link to="/network/rulebook" search={{ id }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {(data) => {
          const before = readFragment(Compared, data.older)
          const after = readFragment(Compared, data.newer)
          if (!before || !after) return <PageHead title={text.none} />
          const nameOf = ({ number, effectiveOn }: { number: number; effectiveOn: string | null }) =>
            effectiveOn ? text.version(number) : text.draftOf(number)
          const rulesOf = ({ rules }: typeof before) => sentencesOf(readFragment(Rulebook_rules, rules), text)
          const names = { older: nameOf(before), newer: nameOf(after) }
          return (
            <>
              <PageHead
                title={text.compare.title}
                kicker={after.platform?.name}
                sample={after.platform?.sample}
                lead={<p>{text.compare.lead(names.older, names.newer)}</p>}
                actions={<PrintButton />}
              />
              <Section title={text.compare.rules}>
                <DifferenceTable
                  caption={text.compare.rulesCaption}
                  {...names}
                  differences={compareRules(rulesOf(before), rulesOf(after), text.cited)}
                />
              </Section>
              <Section title={text.compare.articles}>
                <DifferenceTable
                  caption={text.compare.articlesCaption}
                  {...names}
                  differences={compareArticles(before.articles, after.articles, ({ number, heading }) =>
                    text.article(number, heading),
                  )}
                />
              </Section>
            </>
          )
        }}
      </Loaded>
    </>
  )
}
