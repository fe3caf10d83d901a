import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { MandatePermission } from '../../../generated/graphql.ts'
import { formatDate } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMandatesText } from '../../../locales/mandates.ts'

const MandateWords_mandate = graphql(`
  fragment MandateWords_mandate on Mandate {
    id
    permission
    startsOn
    endsOn
    state
    holderCorporation {
      id
      name
    }
    holderPlatform {
      id
      name
    }
  }
`)

/** What a mandate is in words: to whom, with what, from when to when. */
export function useMandateWords() {
  const text = useMandatesText()
  const language = useLanguage()
  return (given: FragmentType<typeof MandateWords_mandate>) => {
    const { permission, startsOn, endsOn, state, holderCorporation, holderPlatform } = readFragment(
      MandateWords_mandate,
      given,
    )
    const from = formatDate(startsOn, language)
    return {
      what: text.permissions[permission],
      holder:
        holderCorporation?.name ??
        (holderPlatform ? text.secretariatOf(holderPlatform.name) : text.hiddenNetwork),
      term: endsOn ? text.until(from, formatDate(endsOn, language)) : text.from(from),
      state: text.states[state],
    }
  }
}

const ORDER: readonly MandatePermission[] = ['CONFIRM_FACTS', 'EDIT_FACTS', 'SEE_ALL_CONTACTS']

/** What is used most comes first. */
export const inOrder = <M extends { readonly permission: MandatePermission }>(mandates: readonly M[]): M[] =>
  mandates.toSorted((one, other) => ORDER.indexOf(one.permission) - ORDER.indexOf(other.permission))
