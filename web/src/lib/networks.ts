import { useQuery } from 'urql'
import { graphql } from '../generated/gql.ts'
import type { Viewer } from './viewer.ts'

const Networks = graphql(`
  query Networks {
    platforms(first: 10) {
      nodes {
        id
        name
        helpPhone
      }
    }
  }
`)

export interface Network {
  id: string
  name: string
  /** Telephone of its secretariat; null if it has given none. */
  helpPhone: string | null
}

const NETWORK_SEATS = new Set(['FACILITY', 'CORPORATION', 'PLATFORM'])

/** The network the viewer acts in: its own, or one of the acting body's; undefined if there is none. */
export function useNetwork(viewer: Viewer | undefined): Network | undefined {
  const acts = NETWORK_SEATS.has(viewer?.acting?.kind ?? '')
  const [{ data }] = useQuery({ query: Networks, pause: !acts })
  if (!acts) return undefined
  const networks = data?.platforms.nodes ?? []
  return (
    networks.find(({ name }) => name === viewer?.acting?.name) ??
    // Of several, one whose secretariat can be called: that is what the frame shows it for.
    networks.find(({ helpPhone }) => helpPhone !== null) ??
    networks[0]
  )
}
