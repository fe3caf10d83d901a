import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { AlertSignal, ThresholdTable_ThresholdFragment } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { coming, inForce } from './in-force.ts'
import { ThresholdAct } from './ThresholdAct.tsx'
import { SIGNALS, weightName, weightOrMore } from './weight.ts'

const Threshold = graphql(`
  fragment ThresholdTable_threshold on AlertThreshold {
    id
    signal
    minimum
    startsOn
    basis
    confirmedAt
    platform {
      id
    }
  }
`)

interface ThresholdTableProps {
  thresholds: readonly FragmentType<typeof Threshold>[]
  /** For whom the viewer may set one: a network by its id, all of them, or nobody. */
  decides: { platformId: string } | 'ALL' | null
  onDone: () => void
}

/** From which weight on a message makes the portal ask: today, from when on, and what was set before. */
export function ThresholdTable({ thresholds: given, decides, onDone }: ThresholdTableProps) {
  const text = useAlertsText()
  const { columns, ...words } = text.thresholds
  const language = useLanguage()
  const today = useToday()
  const thresholds = readFragment(Threshold, given)
  const whose = ({ platform }: ThresholdTable_ThresholdFragment) => (platform ? words.own : words.forAll)
  const checked = ({ confirmedAt }: ThresholdTable_ThresholdFragment) =>
    confirmedAt ? words.confirmed(formatDate(confirmedAt, language)) : words.unconfirmed
  const row = (signal: AlertSignal) => {
    const now = inForce(thresholds, signal, today)
    return (
      <tr key={signal}>
        <th scope="row">{words.signals[signal]}</th>
        <Cell label={columns.now}>
          {now ? (
            <>
              <b className="prose-strong">{weightOrMore(text, now)}</b>
              <span className="yui-row-note">{whose(now)}</span>
            </>
          ) : (
            words.never
          )}
          {coming(thresholds, signal, today).map((next) => (
            <span key={next.id} className="yui-row-note">
              {words.next(formatDate(next.startsOn, language), weightOrMore(text, next))}
            </span>
          ))}
        </Cell>
        <Cell label={columns.since}>
          {now ? (
            <>
              <span className="whitespace-nowrap">{formatDate(now.startsOn, language)}</span>
              <span className="yui-row-note">{checked(now)}</span>
            </>
          ) : (
            text.noWeight
          )}
        </Cell>
        <Cell label={columns.basis}>{now?.basis ?? text.noWeight}</Cell>
        {decides && (
          <Cell label={words.act}>
            <ThresholdAct signal={signal} minimum={now?.minimum} decides={decides} onDone={onDone} />
          </Cell>
        )}
      </tr>
    )
  }
  return (
    <>
      <Table caption={words.title} captionHidden>
        <thead>
          <tr>
            <Head>{columns.what}</Head>
            <Head>{columns.now}</Head>
            <Head>{columns.since}</Head>
            <Head>{columns.basis}</Head>
            {decides && <Head>{words.act}</Head>}
          </tr>
        </thead>
        <tbody>{SIGNALS.map(row)}</tbody>
      </Table>
      <div className="mt-4">
        <Disclosure summary={words.history(thresholds.length)}>
          <Lines>
            {thresholds
              .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1))
              .map((one) => (
                <li key={one.id}>
                  {formatDate(one.startsOn, language)}
                  {'　'}
                  <b className="prose-strong">
                    {weightName(text, { signal: one.signal, rank: one.minimum })}
                  </b>
                  <span className="prose-note block">
                    {whose(one)}　{one.basis}　{checked(one)}
                  </span>
                </li>
              ))}
          </Lines>
        </Disclosure>
      </div>
    </>
  )
}
