import { getRouteApi } from '@tanstack/react-router'
import { FamilySearch } from '../../features/intake/FamilySearch.tsx'
import { IntakeFrame } from '../../features/intake/IntakeFrame.tsx'
import { useIntakeText } from '../../locales/intake.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'

const route = getRouteApi('/disasters/$eventId/intake/$openingId/search')

/** Somebody asks for a relative. */
export function IntakeSearchPage() {
  const text = useIntakeText()
  const params = route.useParams()
  return (
    <IntakeFrame openingId={params.openingId} title={text.search} lead={text.searchLead}>
      {(book) =>
        book.keeps ? (
          <>
            <FamilySearch openingId={params.openingId} />
            <LinkButton to="/disasters/$eventId/intake/$openingId" params={params}>
              {text.back}
            </LinkButton>
          </>
        ) : (
          <EmptyState title={text.hidden}>{text.hiddenBody}</EmptyState>
        )
      }
    </IntakeFrame>
  )
}
