import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Link } from '../../ui/Link/Link.tsx'

const Predecessors_corporation = graphql(`
  fragment Predecessors_corporation on Corporation {
    id
    takeovers(first: 20) {
      nodes {
        id
        onDate
        corporation {
          id
          name
        }
      }
    }
  }
`)

/** Corporations that went into this one, or will. */
export function Predecessors({
  corporation,
}: {
  corporation: FragmentType<typeof Predecessors_corporation>
}) {
  const { takeovers } = readFragment(Predecessors_corporation, corporation)
  const text = useCorporationText().ending
  const language = useLanguage()
  if (takeovers.nodes.length === 0) return null
  return (
    <>
      <h3 className="mt-8">{text.predecessors}</h3>
      <ul>
        {takeovers.nodes.map(({ id, onDate, corporation: old }) => (
          <li key={id}>
            <Link to="/corporations/$corporationId" params={{ corporationId: old.id }}>
              {old.name}
            </Link>{' '}
            <span className="prose-note">{text.predecessor(formatDate(onDate, language))}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
