import { useState } from 'react'
import type { IntakePageQuery } from '../../generated/graphql.ts'
import { formatDate, formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Failure } from '../../lib/problems.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Section } from '../../ui/Page/Page.tsx'

type Book = NonNullable<IntakePageQuery['intakeBook']>

/** The list is taken out first; then, on its day, it is anonymised. */
export function Closing({
  openingId,
  book,
  onSaved,
}: {
  openingId: string
  book: Book
  onSaved: () => void
}) {
  const text = useIntakeText()
  const language = useLanguage()
  const viewer = useViewer()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { certificate } = book
  const save = async () => {
    setBusy(true)
    const name = `${book.drill ? text.drill : ''}${text.title}.xlsx`
    const outcome = await saveFile(`/api/intake-export/${openingId}.xlsx`, name, viewer?.acting?.key, 'POST')
    setBusy(false)
    setFailure(outcome ?? undefined)
    if (!outcome) onSaved()
  }
  if (certificate)
    return (
      <Section title={text.certificate}>
        <DefinitionList>
          <Fact name={text.certificateLines.persons}>{String(certificate.persons)}</Fact>
          <Fact name={text.certificateLines.values}>{String(certificate.values)}</Fact>
          <Fact name={text.certificateLines.searches}>{String(certificate.searches)}</Fact>
          <Fact name={text.certificateLines.exported}>{formatMoment(certificate.exportedAt, language)}</Fact>
          <Fact name={text.certificateLines.destroyed}>
            {formatMoment(certificate.destroyedAt, language)}
          </Fact>
          <Fact name={text.certificateLines.rule}>{text.rules.INTAKE_30_DAYS_AFTER_CLOSING}</Fact>
          <Fact name={text.certificateLines.hash}>
            <span className="font-mono break-all">{certificate.contentHash}</span>
          </Fact>
        </DefinitionList>
      </Section>
    )
  return (
    <Section title={text.closing}>
      <p className="prose-sub">{text.closingLead}</p>
      {book.exportedAt && <p>{text.exported(formatMoment(book.exportedAt, language))}</p>}
      {book.destroyOn && <p>{text.destroyOn(formatDate(book.destroyOn, language))}</p>}
      {book.handsOut ? (
        <Button icon="download" busy={busy} onClick={() => void save()}>
          {text.export}
        </Button>
      ) : (
        <p>{text.exportOnlyDirector}</p>
      )}
      {failure && <FailureNotice failure={failure} />}
    </Section>
  )
}
