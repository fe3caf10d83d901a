import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Section } from '../../ui/Page/Page.tsx'

const Linked = graphql(`
  fragment LinkedNetworks_network on LinkedNetwork {
    linkId
    relation
    name
    kind
    note
    startsOn
    endsOn
  }
`)

/** Networks above, below and beside one; nothing where there are none. */
export function LinkedNetworks({ networks: given }: { networks: readonly FragmentType<typeof Linked>[] }) {
  const text = useMembersText().linked
  const { kinds } = useNetworkText()
  const language = useLanguage()
  const networks = readFragment(Linked, given)
  if (networks.length === 0) return null
  return (
    <Section title={text.title}>
      <Lines>
        {networks.map(({ linkId, relation, name, kind, note, startsOn, endsOn }) => (
          <li key={linkId}>
            {text.relations[relation]}：<span className="prose-strong">{name}</span>
            <span className="yui-row-note">
              {[
                kinds[kind],
                endsOn
                  ? text.until(formatDate(endsOn, language))
                  : text.since(formatDate(startsOn, language)),
                note,
              ]
                .filter(Boolean)
                .join('　')}
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
