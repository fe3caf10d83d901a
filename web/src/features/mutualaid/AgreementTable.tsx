import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, formatDate, isoOf } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { shortName } from '../../locales/short-name.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'

const AgreementTable_agreement = graphql(`
  fragment AgreementTable_agreement on MutualAidAgreement {
    id
    name
    block
    what
    validFrom
    validTo
    endedBecause
    version
    document {
      id
      title
    }
    parties(first: 100) {
      nodes {
        id
        name
        corporation {
          id
          name
        }
      }
    }
    viewerCan {
      end {
        allowed
      }
    }
  }
`)

const End = graphql(`
  mutation AgreementTable_end($input: EndMutualAidAgreementInput!) {
    endMutualAidAgreement(input: $input) {
      ... on EndMutualAidAgreementPayload {
        mutualAidAgreement {
          id
          ...AgreementTable_agreement
        }
      }
      ...Refusal
    }
  }
`)

interface AgreementTableProps {
  agreements: readonly FragmentType<typeof AgreementTable_agreement>[]
  onConflict: () => void
}

/** Agreements with their parties, days and paper. */
export function AgreementTable({ agreements: given, onConflict }: AgreementTableProps) {
  const text = useMutualaidText().agreements
  const language = useLanguage()
  const agreements = readFragment(AgreementTable_agreement, given)
  const [ending, end] = useState<{ id: string; name: string; version: number }>()
  const send = useCommand(End)
  return (
    <>
      <Table caption={text.title} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.name}</Head>
            <Head>{text.columns.what}</Head>
            <Head>{text.columns.parties}</Head>
            <Head>{text.columns.days}</Head>
          </tr>
        </thead>
        <tbody>
          {agreements.map((agreement) => (
            <tr key={agreement.id}>
              <th scope="row">
                {agreement.name}
                <span className="yui-row-note">{agreement.block || text.whole}</span>
              </th>
              <Cell label={text.columns.what}>
                {agreement.what}
                {agreement.document && (
                  <span className="yui-row-note">
                    <Link to="/network/documents/$documentId" params={{ documentId: agreement.document.id }}>
                      {text.paper} {agreement.document.title}
                    </Link>
                  </span>
                )}
              </Cell>
              <Cell label={text.columns.parties}>
                {agreement.parties.nodes
                  .map(({ name, corporation }) => (corporation ? shortName(corporation.name) : name))
                  .join(' / ')}
              </Cell>
              <Cell label={text.columns.days}>
                {text.from(formatDate(agreement.validFrom, language))}{' '}
                {agreement.validTo ? text.to(formatDate(agreement.validTo, language)) : text.open}
                {agreement.endedBecause && (
                  <span className="yui-row-note">{text.ended(agreement.endedBecause)}</span>
                )}
                {agreement.viewerCan.end.allowed && !agreement.endedBecause && (
                  <span className="yui-no-print block">
                    <Button
                      kind="text"
                      aria-label={`${text.end} ${agreement.name}`}
                      onClick={() =>
                        end({ id: agreement.id, name: agreement.name, version: agreement.version })
                      }
                    >
                      {text.end}
                    </Button>
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {ending && (
        <ActionDialog
          title={text.endTitle(ending.name)}
          submit={text.end}
          done={text.endDone}
          defaultValues={{ endsOn: emptyDate, because: '' }}
          send={({ endsOn, because }) =>
            send({
              input: {
                mutualAidAgreementId: ending.id,
                version: ending.version,
                endsOn: isoOf(endsOn) ?? '',
                because,
              },
            })
          }
          onClose={() => end(undefined)}
          onConflict={onConflict}
        >
          <DateFields name="endsOn" label={text.endsOn} required />
          <TextField name="because" label={text.endWhy} required maxLength={200} />
        </ActionDialog>
      )}
    </>
  )
}
