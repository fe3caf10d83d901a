import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const Filings = graphql(`
  fragment FilingTable_filing on NetworkFiling {
    code
    name
    toWhom
    fiscalYear
    dueOn
    doneOn
    confirmed
  }
`)

const Record = graphql(`
  mutation FilingTable_record($input: RecordFilingInput!) {
    recordFiling(input: $input) {
      ... on RecordFilingPayload {
        platform {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface FilingTableProps {
  platformId: string
  filings: readonly FragmentType<typeof Filings>[]
  keeps: boolean
}

/** What is handed in every year, what is open first; a mark that was a mistake is taken back. */
export function FilingTable({ platformId, filings: given, keeps }: FilingTableProps) {
  const { profile: text, unconfirmed } = useMembersText()
  const language = useLanguage()
  const filings = readFragment(Filings, given)
  const [chosen, choose] = useState<(typeof filings)[number]>()
  const record = useCommand(Record)
  const words = chosen?.doneOn
    ? { title: text.markOpenOf, body: text.markOpenBody, verb: text.markOpen, said: text.markedOpen }
    : { title: text.markDoneOf, body: text.markBody, verb: text.markDone, said: text.markedDone }
  if (filings.length === 0) return <p className="prose-sub">{text.filingsNone}</p>
  return (
    <>
      <Table caption={text.filings} captionHidden>
        <thead>
          <tr>
            <Head>{text.filingColumns.what}</Head>
            <Head>{text.filingColumns.to}</Head>
            <Head>{text.filingColumns.due}</Head>
            <Head>{text.filingColumns.state}</Head>
            {keeps && <Head>{text.filingColumns.action}</Head>}
          </tr>
        </thead>
        <tbody>
          {filings.map((filing) => (
            <tr key={`${filing.code} ${filing.fiscalYear}`}>
              <th scope="row">
                {filing.name}
                <span className="yui-row-note">
                  {text.yearOf(filing.fiscalYear)}
                  {!filing.confirmed && `　${unconfirmed}`}
                </span>
              </th>
              <Cell label={text.filingColumns.to}>{filing.toWhom}</Cell>
              <Cell label={text.filingColumns.due}>
                <time dateTime={filing.dueOn}>{formatDate(filing.dueOn, language)}</time>
              </Cell>
              <Cell label={text.filingColumns.state}>
                {filing.doneOn ? (
                  text.filingState.done(formatDate(filing.doneOn, language))
                ) : (
                  <b className="prose-strong">{text.filingState.open}</b>
                )}
              </Cell>
              {keeps && (
                <Cell label={text.filingColumns.action}>
                  <Button
                    kind="text"
                    aria-label={(filing.doneOn ? text.markOpenOf : text.markDoneOf)(
                      filing.name,
                      filing.fiscalYear,
                    )}
                    onClick={() => choose(filing)}
                  >
                    {filing.doneOn ? text.markOpen : text.markDone}
                  </Button>
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        title={words.title(chosen?.name ?? '', chosen?.fiscalYear ?? 0)}
        body={words.body}
        submit={words.verb}
        kind="main"
        open={chosen !== undefined}
        onClose={() => choose(undefined)}
        send={() =>
          record({
            input: {
              platformId,
              ruleCode: chosen?.code ?? '',
              fiscalYear: chosen?.fiscalYear ?? 0,
              doneOn: chosen?.doneOn ? undefined : today(),
              note: '',
            },
          })
        }
        onDone={() => announce(words.said)}
      />
    </>
  )
}
