import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { EndLink, LinkForm } from './LinkForms.tsx'

const Linked = graphql(`
  fragment LinkedNetworks_network on LinkedNetwork {
    linkId
    version
    relation
    name
    kind
    note
    startsOn
    endsOn
  }
`)

interface LinkedNetworksProps {
  networks: readonly FragmentType<typeof Linked>[]
  /** The network to which another one can be linked, where the viewer writes links down. */
  linkable?: { id: string; sample: boolean } | undefined
  /** The viewer ends links. */
  unlinks?: boolean
}

/** Networks above, below and beside one, and since when; nothing where there are none and none can be written down. */
export function LinkedNetworks({ networks: given, linkable, unlinks = false }: LinkedNetworksProps) {
  const text = useMembersText().linked
  const { kinds } = useNetworkText()
  const language = useLanguage()
  const networks = readFragment(Linked, given)
  const [ended, end] = useState<(typeof networks)[number]>()
  if (networks.length === 0 && !linkable) return null
  return (
    <Section title={text.title}>
      {networks.length === 0 ? (
        <p className="prose-sub">{text.none}</p>
      ) : (
        <Lines>
          {networks.map((network) => (
            <li key={network.linkId}>
              {text.relations[network.relation]}：<span className="prose-strong">{network.name}</span>
              <span className="yui-row-note">
                {[
                  kinds[network.kind],
                  text.term(
                    formatDate(network.startsOn, language),
                    network.endsOn ? formatDate(network.endsOn, language) : null,
                  ),
                  network.note,
                ]
                  .filter(Boolean)
                  .join('　')}
              </span>
              {unlinks && !network.endsOn && (
                <Button kind="text" aria-label={text.endOf(network.name)} onClick={() => end(network)}>
                  {text.end}
                </Button>
              )}
            </li>
          ))}
        </Lines>
      )}
      {linkable && (
        <div className="mt-4">
          <LinkForm platform={linkable} />
        </div>
      )}
      {ended && <EndLink link={ended} onClose={() => end(undefined)} />}
    </Section>
  )
}
