import { useNavigate } from '@tanstack/react-router'
import { useRegistryText } from '../../locales/registry.ts'
import { useSearchText } from '../../locales/search.ts'
import { Chip } from '../../ui/Chip/Chip.tsx'
import { furtherWords } from './condition-words.ts'
import { fromStart, readSearch, type RegistrySearch } from './search.ts'

/** The further conditions in force, each to be taken off. */
export function MoreConditions({ search }: { search: RegistrySearch }) {
  const navigate = useNavigate()
  const words = furtherWords(search.c ?? {}, useSearchText(), useRegistryText())
  return (
    <span className="flex flex-wrap gap-2">
      {words.map(({ text, without }) => (
        <Chip
          key={text}
          onRemove={() =>
            void navigate({ to: '/registry', search: readSearch({ ...fromStart(search), c: without }) })
          }
        >
          {text}
        </Chip>
      ))}
    </span>
  )
}
