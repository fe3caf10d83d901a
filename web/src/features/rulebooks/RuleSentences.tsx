import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Rulebook_rules } from './rules-fragment.ts'
import { readClause, sentencesOf } from './sentences.ts'

/** A rulebook's rules as sentences, each with its clause. */
export function RuleSentences({ rules }: { rules: FragmentType<typeof Rulebook_rules> }) {
  const text = useRulebookText()
  const groups = sentencesOf(readFragment(Rulebook_rules, rules), text)
  return groups.map(({ key, title, sentences }) => (
    <section key={key} className="mt-6">
      <h3 className="prose-strong">{title}</h3>
      <ul className="yui-rules">
        {sentences.map(({ key: rule, sentence, clause }) => {
          const { clause: plain, unconfirmed } = readClause(clause, text)
          return (
            <li key={rule}>
              {text.cited(sentence, plain)}
              {unconfirmed && <b className="yui-rules__mark">{text.unconfirmed}</b>}
            </li>
          )
        })}
      </ul>
    </section>
  ))
}
