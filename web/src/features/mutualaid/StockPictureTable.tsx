import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const StockPictureTable_picture = graphql(`
  fragment StockPictureTable_picture on StockPicture {
    guests
    shortestDays
    rows {
      itemId
      name
      unit
      confirmed
      usable
      reserved
      expired
      minimum
      belowMinimum
      nextExpiryOn
      expiresSoon
      days
    }
  }
`)

/** For how many days the stock lasts, item by item; a figure that nobody has is a question mark and never 0. */
export function StockPictureTable({
  picture: given,
}: {
  picture: FragmentType<typeof StockPictureTable_picture>
}) {
  const texts = useMutualaidText()
  const text = texts.stock
  const language = useLanguage()
  const { guests, shortestDays, rows } = readFragment(StockPictureTable_picture, given)
  return (
    <>
      <p>
        {text.pictureFor(guests)}{' '}
        <b className="prose-strong">
          {shortestDays === null ? text.shortestUnknown : text.shortest(shortestDays)}
        </b>
      </p>
      <Table caption={text.picture} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.item}</Head>
            <Head numeric>{text.columns.usable}</Head>
            <Head numeric>{text.columns.days}</Head>
            <Head numeric>{text.columns.minimum}</Head>
            <Head>{text.columns.expiry}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.itemId}>
              <th scope="row">
                {row.name}
                {!row.confirmed && <span className="yui-row-note">{texts.unconfirmed}</span>}
              </th>
              <Cell label={text.columns.usable} numeric>
                {row.usable.toLocaleString('ja-JP')} {row.unit}
                {row.reserved > 0 && (
                  <span className="yui-row-note">{text.promised(row.reserved, row.unit)}</span>
                )}
                {row.expired > 0 && (
                  <span className="yui-row-note">{text.expired(row.expired, row.unit)}</span>
                )}
              </Cell>
              <Cell label={text.columns.days} numeric>
                {row.days === null ? text.daysUnknown : text.days(row.days)}
              </Cell>
              <Cell label={text.columns.minimum} numeric>
                {row.minimum ?? text.minimumNone}
                {row.belowMinimum && (
                  <span className="yui-row-note">
                    <Icon name="alert" size="small" /> {text.below}
                  </span>
                )}
              </Cell>
              <Cell label={text.columns.expiry}>
                {row.nextExpiryOn ? formatDate(row.nextExpiryOn, language) : text.keeps}
                {row.expiresSoon && (
                  <span className="yui-row-note">
                    <Icon name="clock" size="small" /> {text.soon}
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="prose-note">
        {text.daysUnknown} {text.daysUnknownNote} {text.unconfirmedNote}
      </p>
    </>
  )
}
