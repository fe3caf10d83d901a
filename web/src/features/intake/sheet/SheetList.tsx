import { graphql } from '../../../generated/gql.ts'
import type { IntakePageQuery } from '../../../generated/graphql.ts'
import { useCommand } from '../../../lib/command.ts'
import { useIntakeText } from '../../../locales/intake.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'

const RevokeIntakeSheet = graphql(`
  mutation RevokeIntakeSheet($input: RevokeIntakeSheetInput!) {
    revokeIntakeSheet(input: $input) {
      ... on RevokeIntakeSheetPayload {
        revoked
      }
      ...Refusal
    }
  }
`)

interface SheetListProps {
  openingId: string
  sheets: NonNullable<IntakePageQuery['intakeBook']>['sheets']
  onChanged: () => void
}

/** The sheets that were printed, and what became of each. */
export function SheetList({ openingId, sheets, onChanged }: SheetListProps) {
  const text = useIntakeText()
  const revoke = useCommand(RevokeIntakeSheet)
  if (sheets.length === 0) return null
  return (
    <div className="yui-no-print mt-8">
      <Table caption={text.sheets}>
        <thead>
          <tr>
            <Head>{text.number}</Head>
            <Head>{text.state}</Head>
            <Head>{text.action}</Head>
          </tr>
        </thead>
        <tbody>
          {sheets.map(({ number, state, lines }) => (
            <tr key={number}>
              <Cell label={text.number}>{text.sheetNumber(String(number))}</Cell>
              <Cell label={text.state}>
                {text.sheetStates[state]}
                {lines !== null && lines !== undefined && `　${text.sheetLines(lines)}`}
              </Cell>
              <Cell label={text.action}>
                {state === 'OPEN' && (
                  <Button
                    aria-label={text.revokeOf(number)}
                    onClick={() => void revoke({ input: { openingId, number } }).then(onChanged)}
                  >
                    {text.revoke}
                  </Button>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
