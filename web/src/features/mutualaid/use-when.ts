import { formatDay, formatTime } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'

/** Day and time of something in an event, as short as they are read there. */
export function useWhen(): (at: string) => string {
  const language = useLanguage()
  return (at) => `${formatDay(at, language)} ${formatTime(at)}`
}
