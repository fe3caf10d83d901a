import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { ProcurementMethod } from '../../generated/graphql.ts'
import { digitsOnly } from '../../lib/digits.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

const LimitTable_corporation = graphql(`
  fragment LimitTable_corporation on Corporation {
    id
    procurementLimits(first: 20) {
      nodes {
        id
        upToYen
        method
        quotes
        approver
        clause
      }
    }
  }
`)

const LineFor = graphql(`
  query LimitTableLine($id: ID!, $yen: BigInt!) {
    corporation(id: $id) {
      id
      procurementLimits(first: 1, forYen: $yen) {
        nodes {
          id
          method
          quotes
          approver
          clause
        }
      }
    }
  }
`)

interface Line {
  method: ProcurementMethod
  quotes?: number | null
}

/** 「1,000,000」 */
const grouped = (yen: string): string => BigInt(yen).toLocaleString('ja-JP')

function useMethodText(): (line: Line) => string {
  const text = useCorporationText().limits
  return ({ method, quotes }) =>
    quotes ? `${text.methods[method]}：${text.quotes(quotes)}` : text.methods[method]
}

/** A corporation's own 経理規程, and what it says of an amount. Only where the API gives its lines. */
export function LimitTable({ corporation }: { corporation: FragmentType<typeof LimitTable_corporation> }) {
  const { id, procurementLimits } = readFragment(LimitTable_corporation, corporation)
  const text = useCorporationText().limits
  const methodText = useMethodText()
  const { columns } = text
  const { nodes } = procurementLimits
  if (nodes.length === 0) return <p>{text.none}</p>
  return (
    <>
      <Table caption={text.caption} captionHidden>
        <thead>
          <tr>
            <Head>{columns.upTo}</Head>
            <Head>{columns.method}</Head>
            <Head>{columns.approver}</Head>
          </tr>
        </thead>
        <tbody>
          {nodes.map((line, n) => {
            const before = nodes[n - 1]?.upToYen
            const open = before ? text.above(grouped(before)) : text.always
            return (
              <tr key={line.id}>
                <th scope="row">{line.upToYen ? text.upTo(grouped(line.upToYen)) : open}</th>
                <Cell label={columns.method}>{methodText(line)}</Cell>
                <Cell label={columns.approver}>
                  {line.approver}
                  {line.clause && text.answerClause(line.clause)}
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <p className="prose-note mt-4">{text.forOwn}</p>
      <div className="yui-no-print">
        <AmountTool corporationId={id} />
      </div>
    </>
  )
}

/** 「この金額なら」 */
function AmountTool({ corporationId }: { corporationId: string }) {
  const text = useCorporationText().limits
  const methodText = useMethodText()
  const [typed, setTyped] = useState('')
  const [yen, setYen] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const [{ data, fetching }] = useQuery({
    query: LineFor,
    variables: { id: corporationId, yen: yen ?? '0' },
    pause: yen === undefined,
  })
  const [line] = data?.corporation?.procurementLimits.nodes ?? []
  const look = () => {
    const digits = digitsOnly(typed)
    setWrong(digits === '' || digits.length > 12)
    setYen(digits === '' || digits.length > 12 ? undefined : digits)
  }
  return (
    <form
      className="mt-8"
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
    >
      <Field label={text.amount} support={text.amountSupport} error={wrong ? text.amountWrong : undefined}>
        {(control) => (
          <span className="flex flex-wrap gap-4">
            <Input
              {...control}
              inputMode="numeric"
              width="tel"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit">{text.tool}</Button>
          </span>
        )}
      </Field>
      <output className="mt-4 block">
        {yen !== undefined && !fetching && data && (
          <>
            <b className="prose-strong">
              {line
                ? text.answer(methodText(line), line.approver) +
                  (line.clause ? text.answerClause(line.clause) : '')
                : text.noRule}
            </b>
            <br />
            <span className="prose-note">{text.split}</span>
          </>
        )}
      </output>
    </form>
  )
}
