import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useSearchText } from '../../locales/search.ts'
import { furtherWords } from './condition-words.ts'
import type { RegistrySearch } from './search.ts'
import { YAMAGATA } from './yamagata.ts'

const ConditionWords_services = graphql(`
  query ConditionWordsServices {
    serviceKinds(first: 100) {
      nodes {
        id
        key
        shortName
      }
    }
  }
`)

/** The conditions of a search as people read them, for kept searches and for paper. */
export function useConditionWords(search: RegistrySearch): string[] {
  const registry = useRegistryText()
  const text = useSearchText()
  const [{ data }] = useQuery({ query: ConditionWords_services, pause: !search.s })
  const services = new Map(data?.serviceKinds.nodes.map(({ key, shortName }) => [key, shortName]))
  const municipalities = new Map(YAMAGATA.map(({ code, name }) => [code, name]))
  return [
    ...(search.q ? [`「${search.q}」`] : []),
    ...(search.m ?? []).map((code) => municipalities.get(code) ?? code),
    ...(search.s ?? []).map((key) => services.get(key) ?? key),
    ...(search.f ?? []).map((state) => registry.facets.states[state]),
    ...(search.w ? [registry.facets.welfareShelter] : []),
    ...(search.only ? [registry.facets[search.only]] : []),
    ...furtherWords(search.c ?? {}, text, registry).map((words) => words.text),
  ]
}
