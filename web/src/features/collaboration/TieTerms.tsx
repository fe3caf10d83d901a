import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { Tie_TermsFragment } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage, type Language } from '../../lib/language.ts'
import { useTiesText } from '../../locales/ties.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Tie_terms } from './terms-fragment.ts'

type Text = ReturnType<typeof useTiesText>

/** The terms of a tie, whatever its stage; what nobody has said is left out. */
export function TieTerms({ papers: given }: { papers: FragmentType<typeof Tie_terms> }) {
  const text = useTiesText()
  const language = useLanguage()
  const papers = readFragment(Tie_terms, given)
  const terms = termsIn(papers)
  return (
    <DefinitionList>
      {Object.entries(terms)
        .filter(([field, value]) => field in text.terms && value !== null && value !== undefined)
        .map(([field, value]) => (
          <Fact key={field} name={text.terms[field as keyof Text['terms']]}>
            {inWords(field, value, text, language)}
          </Fact>
        ))}
    </DefinitionList>
  )
}

const termsIn = ({
  voluntary,
  councilJoint,
  alliance,
  collaboration,
  board,
  transfer,
  merger,
}: Tie_TermsFragment): object =>
  voluntary ?? councilJoint ?? alliance ?? collaboration ?? board ?? transfer ?? merger ?? {}

interface Step {
  step?: string | null
  on?: string | null
}

/** A value of the terms in words: codes, days, yen, yes and no. */
function inWords(field: string, value: unknown, text: Text, language: Language): React.ReactNode {
  if (typeof value === 'boolean') return value ? text.values.yes : text.values.no
  if (typeof value === 'number') return field.endsWith('Yen') ? text.yen(value) : String(value)
  if (Array.isArray(value))
    return (
      <ul className="grid gap-1">
        {value.map((item: string | Step) => (
          <li key={typeof item === 'string' ? item : item.step}>
            {typeof item === 'string'
              ? named(item, text)
              : `${named(item.step ?? '', text)}　${formatDate(item.on ?? '', language)}`}
          </li>
        ))}
      </ul>
    )
  const words = String(value)
  if (field.endsWith('On')) return formatDate(words, language)
  if (field === 'subsidy' && words === 'NONE') return text.values.NO_SUBSIDY
  return named(words, text)
}

/** The words of a code; what a person typed stays as it is. */
const named = (value: string, text: Text): string =>
  value in text.values ? text.values[value as keyof Text['values']] : value
