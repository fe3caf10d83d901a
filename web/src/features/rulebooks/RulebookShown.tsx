import type { ComponentProps } from 'react'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Columns, Section } from '../../ui/Page/Page.tsx'
import { ArticleList } from './ArticleList.tsx'
import { RuleSentences } from './RuleSentences.tsx'

interface RulebookShownProps {
  rules: ComponentProps<typeof RuleSentences>['rules']
  articles: ComponentProps<typeof ArticleList>['articles']
}

/** A version to read: its articles, and beside them what the portal makes of them. */
export function RulebookShown({ rules, articles }: RulebookShownProps) {
  const text = useRulebookText()
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
