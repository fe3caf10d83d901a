import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'

const HelperName_query = graphql(`
  query HelperName($aidOfferId: ID!) {
    aidHelperPerson(aidOfferId: $aidOfferId) {
      name
      phone
    }
  }
`)

/** Who comes: shown when somebody asks for it, because every reading is logged. */
export function HelperName({ offerId, eraseOn }: { offerId: string; eraseOn: string }) {
  const text = useMutualaidText().aid
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <div className="yui-aid-helper">
      {open ? (
        <>
          <Person offerId={offerId} />
          <Button kind="text" onClick={() => setOpen(false)}>
            {text.helperHide}
          </Button>
        </>
      ) : (
        <Button kind="text" onClick={() => setOpen(true)}>
          {text.helperShow}
        </Button>
      )}
      <p className="prose-note">{text.helperNote(formatDay(eraseOn, language))}</p>
    </div>
  )
}

function Person({ offerId }: { offerId: string }) {
  const text = useMutualaidText().aid
  const [result, readAgain] = useQuery({
    query: HelperName_query,
    variables: { aidOfferId: offerId },
    requestPolicy: 'network-only',
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={1}>
      {({ aidHelperPerson: person }) => (
        <p aria-live="polite">{person ? text.helper(person.name, person.phone) : text.helperGone}</p>
      )}
    </Loaded>
  )
}
