import { getRouteApi } from '@tanstack/react-router'
import { useDesk } from '../../features/intake/desk.ts'
import { IntakeFrame } from '../../features/intake/IntakeFrame.tsx'
import { SheetList } from '../../features/intake/sheet/SheetList.tsx'
import { SheetMaker } from '../../features/intake/sheet/SheetMaker.tsx'
import { useIntakeText } from '../../locales/intake.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'

const route = getRouteApi('/disasters/$eventId/intake/$openingId/sheets')

/** Paper sheets of a shelter. */
export function IntakeSheetsPage() {
  const text = useIntakeText()
  const params = route.useParams()
  const { openingId } = params
  const desk = useDesk(params)
  return (
    <IntakeFrame openingId={openingId} title={text.sheets} lead={text.sheetsLead}>
      {(book, readAgain) =>
        book.keeps ? (
          <>
            <SheetMaker openingId={openingId} desk={desk} book={book} onMade={readAgain} />
            <SheetList openingId={openingId} sheets={book.sheets} onChanged={readAgain} />
            <div className="yui-no-print">
              <LinkButton to="/disasters/$eventId/intake/$openingId" params={params}>
                {text.back}
              </LinkButton>
            </div>
          </>
        ) : (
          <EmptyState title={text.hidden}>{text.hiddenBody}</EmptyState>
        )
      }
    </IntakeFrame>
  )
}
