import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { PaperList } from '../../ui/Paper/Paper.tsx'

const AidCostPaper_cost = graphql(`
  fragment AidCostPaper_cost on AidCost {
    id
    kind
    onDate
    what
    minutes
    quantity
    yen
    evidence
    struckAt
    struckReason
    category {
      id
      name
      confirmed
    }
    offer {
      id
      facility {
        id
        name
      }
      request {
        id
      }
    }
  }
`)

interface AidCostPaperProps {
  costs: readonly FragmentType<typeof AidCostPaper_cost>[]
  /** The number that each request has on the paper. */
  numbers: ReadonlyMap<string, number>
}

/** Hours, goods and money on paper, with their sum; what was struck stays readable and is not in it. */
export function AidCostPaper({ costs, numbers }: AidCostPaperProps) {
  const texts = useMutualaidText()
  const { aid } = texts
  const text = usePapersText().aid
  const { columns } = text
  const language = useLanguage()
  const rows = readFragment(AidCostPaper_cost, costs)
  const counted = rows.filter(({ struckAt }) => struckAt === null)
  const yen = counted.reduce((sum, cost) => sum + (cost.yen ?? 0), 0)
  return (
    <PaperList
      title={text.costs}
      rows={rows}
      keyOf={({ id }) => id}
      none={text.none}
      columns={[
        {
          head: columns.day,
          renderCell: ({ onDate }) => (
            <span className="whitespace-nowrap">{formatDay(onDate, language)}</span>
          ),
        },
        {
          head: columns.request,
          renderCell: ({ offer }) =>
            offer?.request && (
              <>
                {text.ofRequest(numbers.get(offer.request.id) ?? 0)}
                <span className="yui-row-note">{offer.facility?.name}</span>
              </>
            ),
        },
        {
          head: columns.cost,
          renderCell: ({ kind, what, struckAt, struckReason }) => {
            const words = `${aid.costKinds[kind]}　${what}`
            if (struckAt === null) return words
            return (
              <>
                <s>{words}</s>
                <span className="yui-row-note">
                  {aid.struck}　{struckReason}
                </span>
              </>
            )
          },
        },
        {
          head: columns.amount,
          short: true,
          renderCell: ({ minutes, quantity, yen: amount }) =>
            aid.costLine(minutes ?? null, quantity ?? null, amount ?? null),
        },
        {
          head: columns.category,
          renderCell: ({ category, evidence }) => (
            <>
              {category.name}
              {!category.confirmed && `（${texts.unconfirmed}）`}
              {evidence && <span className="yui-row-note">{evidence}</span>}
            </>
          ),
        },
      ]}
    >
      {rows.length > 0 && (
        <p className="mt-2">
          <b className="prose-strong">
            {text.total(
              yen.toLocaleString('ja-JP'),
              counted.filter((cost) => cost.yen === null || cost.yen === undefined).length,
            )}
          </b>
          {counted.length < rows.length && <span className="prose-note">　{text.totalNote}</span>}
        </p>
      )}
    </PaperList>
  )
}
