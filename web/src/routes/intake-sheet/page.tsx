import { useState } from 'react'
import { useQuery } from 'urql'
import { KeyInForm } from '../../features/intake/sheet/KeyInForm.tsx'
import { sheetSecret } from '../../features/intake/sheet/sheet-secret.ts'
import { graphql } from '../../generated/gql.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const IntakeSheetPage_query = graphql(`
  query IntakeSheetPage($token: String!) {
    intakeSheetLink(token: $token) {
      state
      number
      facilityName
      eventName
      drill
    }
  }
`)

/** A printed sheet, keyed in by somebody without an account. */
export function IntakeSheetPage() {
  const text = useIntakeText()
  const [token] = useState(sheetSecret)
  const [isDone, setIsDone] = useState(false)
  const [result, readAgain] = useQuery({
    query: IntakeSheetPage_query,
    variables: { token: token ?? '' },
    pause: !token,
    requestPolicy: 'network-only',
  })
  if (!token) return <PageHead title={text.keyUnknown} lead={<p>{text.keyUnknownBody}</p>} />
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ intakeSheetLink: sheet }) =>
        sheet ? (
          <>
            <PageHead
              title={`${sheet.drill ? text.drill : ''}${text.keyTitle(sheet.number)}`}
              lead={
                <>
                  <p>{text.keyLead(text.of(sheet.facilityName, sheet.eventName))}</p>
                  <p>{text.keyPaste}</p>
                </>
              }
            />
            {isDone ? (
              <Notice kind="done">
                <p>{text.keyDone}</p>
              </Notice>
            ) : sheet.state === 'OPEN' ? (
              <KeyInForm token={token} onDone={() => setIsDone(true)} />
            ) : (
              <Notice kind="bad">
                <p>{text.keyStates[sheet.state]}</p>
              </Notice>
            )}
          </>
        ) : (
          <PageHead title={text.keyUnknown} lead={<p>{text.keyUnknownBody}</p>} />
        )
      }
    </Loaded>
  )
}
