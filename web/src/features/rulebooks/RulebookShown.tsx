import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Columns, Section } from '../../ui/Page/Page.tsx'
import { ArticleList } from './ArticleList.tsx'
import { RuleSentences } from './RuleSentences.tsx'

const RulebookShown_version = graphql(`
  fragment RulebookShown_version on RulebookVersion {
    id
    rules {
      ...Rulebook_rules
    }
    articles {
      ...ArticleList_articles
    }
  }
`)

/** A version to read: its articles, and beside them what the portal makes of them. */
export function RulebookShown({ version }: { version: FragmentType<typeof RulebookShown_version> }) {
  const text = useRulebookText()
  const { rules, articles } = readFragment(RulebookShown_version, version)
  return (
    <Columns kind="two">
      <Section title={text.articles}>
        <ArticleList articles={articles} />
      </Section>
      <Section title={text.rules}>
        <p>{text.rulesLead}</p>
        <RuleSentences rules={rules} />
      </Section>
    </Columns>
  )
}
