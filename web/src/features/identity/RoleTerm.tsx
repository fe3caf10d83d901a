import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePeopleText } from '../../locales/people.ts'

interface RoleTermProps {
  startsOn: string
  endsOn: string | null | undefined
}

/** From when to when a role holds. */
export function RoleTerm({ startsOn, endsOn }: RoleTermProps) {
  const text = usePeopleText()
  const language = useLanguage()
  const from = formatDate(startsOn, language)
  return endsOn ? text.until(from, formatDate(endsOn, language)) : text.from(from)
}
