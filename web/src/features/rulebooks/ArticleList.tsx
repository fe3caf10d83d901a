import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRulebookText } from '../../locales/rulebook.ts'

const ArticleList_articles = graphql(`
  fragment ArticleList_articles on RulebookArticle {
    number
    heading
    text
  }
`)

/** The text of a rulebook, article by article. */
export function ArticleList({
  articles: given,
}: {
  articles: readonly FragmentType<typeof ArticleList_articles>[]
}) {
  const text = useRulebookText()
  const articles = readFragment(ArticleList_articles, given)
  if (articles.length === 0) return <p>{text.articlesNone}</p>
  return articles.map(({ number, heading, text: words }) => (
    <section key={number} className="yui-article">
      <h3 className="prose-strong">{text.article(number, heading)}</h3>
      {words.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  ))
}
