import { useRegistryText } from '../../locales/registry.ts'
import { useShellText } from '../../locales/shell.ts'

interface Confirmer {
  confirmedByRole: string
  /** Null when the viewer may not know the person. */
  confirmedBy: { name: string } | null
}

/** Who confirmed something, as far as the viewer may know: name and role, or the role alone. */
export function useConfirmer(): (by: Confirmer) => string {
  const roles: Readonly<Record<string, string>> = useShellText().roles
  const text = useRegistryText().facility
  return ({ confirmedByRole, confirmedBy }) => {
    const role = roles[confirmedByRole] ?? ''
    return confirmedBy ? text.personAs(confirmedBy.name, role) : role
  }
}
