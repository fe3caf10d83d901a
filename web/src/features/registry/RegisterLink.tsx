import { useViewer } from '../../lib/viewer.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'

/** Those whom the API lets register a corporation (modules/registry/policy/corporation.ts). */
const REGISTRARS: ReadonlySet<string> = new Set(['PLATFORM_SECRETARIAT', 'SYSTEM_OPERATOR'])

/** The way to 「法人を登録する」, for who may. */
export function RegisterLink() {
  const viewer = useViewer()
  const text = useCorporationText().register
  if (!viewer?.acting?.roles.some((role) => REGISTRARS.has(role))) return null
  return (
    <LinkButton kind="text" to="/corporations/new">
      {text.link}
    </LinkButton>
  )
}
