import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useMandatesText } from '../../locales/mandates.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useShellText } from '../../locales/shell.ts'

const Confirmer_mandate = graphql(`
  fragment Confirmer_mandate on Mandate {
    id
    corporation {
      id
      name
    }
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

interface Confirmer {
  confirmedByRole: string
  /** Null when the viewer may not know the person. */
  confirmedBy: { name: string } | null
  /** It was not one of the own people, but a body that the corporation had entrusted with it. */
  onBehalf: boolean
  /** Null when the viewer may not know which. */
  mandate: FragmentType<typeof Confirmer_mandate> | null
}

/** Who confirmed something, as far as the viewer may know: name and role, or the role alone; and on whose behalf. */
export function useConfirmer(): (by: Confirmer) => string {
  const roles: Readonly<Record<string, string>> = useShellText().roles
  const text = useRegistryText().facility
  const { secretariatOf } = useMandatesText()
  return ({ confirmedByRole, confirmedBy, onBehalf, mandate: given }) => {
    const role = roles[confirmedByRole] ?? ''
    const who = confirmedBy ? text.personAs(confirmedBy.name, role) : role
    if (!onBehalf) return who
    const mandate = readFragment(Confirmer_mandate, given)
    if (!mandate) return text.onBehalf(who)
    const { holderCorporation, holderPlatform, corporation } = mandate
    // A network's role says already that it is the secretariat.
    const holder = holderCorporation?.name ?? (confirmedBy ? holderPlatform?.name : undefined)
    const body = holderPlatform && !confirmedBy ? secretariatOf(holderPlatform.name) : who
    return text.onBehalfOf(body, holder ?? '', corporation?.name ?? '')
  }
}
