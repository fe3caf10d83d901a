import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'

const Named = graphql(`
  query PlaceNames($codes: [String!]!) {
    municipalities(codes: $codes, first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`)

/** Municipalities by their names; one that the portal does not know keeps its code. */
export function PlaceNames({ codes }: { codes: readonly string[] }) {
  const [{ data }] = useQuery({ query: Named, variables: { codes: [...codes] } })
  if (!data) return null
  const names = new Map(data.municipalities.nodes.map(({ code, name }) => [code, name]))
  return codes.map((code) => names.get(code) ?? code).join('、')
}
