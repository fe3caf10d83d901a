import type { IntakePageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { formatDate, formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Outcome } from '../../lib/problems.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Section } from '../../ui/Page/Page.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

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
  const { certificate } = book
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
        <HandOut openingId={openingId} drill={book.drill} onSaved={onSaved} />
      ) : (
        <p>{text.exportOnlyDirector}</p>
      )}
    </Section>
  )
}

/** The server asks for as many; shorter ones are found by trying. */
const isPassword = (typed: string) => /^[!-~]{10,100}$/.test(typed)

interface HandOutProps {
  openingId: string
  drill: boolean
  onSaved: () => void
}

/** The list leaves the portal under a password that its director chooses and nobody keeps. */
function HandOut({ openingId, drill, onSaved }: HandOutProps) {
  const text = useIntakeText()
  const viewer = useViewer()
  const form = useForm({ defaultValues: { password: '' } })
  const save = async ({ password }: { password: string }): Promise<Outcome<object>> => {
    const failure = await saveFile(
      `/api/intake-export/${openingId}.xlsx`,
      `${drill ? text.drill : ''}${text.title}.xlsx`,
      viewer?.acting?.key,
      'POST',
      { body: JSON.stringify({ password }) },
    )
    return failure ? { kind: 'failed', failure } : { kind: 'done', payload: {} }
  }
  return (
    <Form
      form={form}
      submit={save}
      onDone={() => {
        announce(text.exportDone)
        onSaved()
      }}
    >
      <TextField
        name="password"
        label={text.exportPassword}
        support={text.exportPasswordSupport}
        required
        width="name"
        autoComplete="off"
        maxLength={100}
        checks={{ TOO_SHORT: isPassword }}
        errors={{ TOO_SHORT: text.exportPasswordWrong }}
      />
      <FormEnd submit={text.export} />
    </Form>
  )
}
