import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useReviewText } from '../../../locales/review.ts'
import { ExternalLink } from '../../../ui/ExternalLink/ExternalLink.tsx'
import { Icon, type IconName } from '../../../ui/Icon/Icon.tsx'
import { Link } from '../../../ui/Link/Link.tsx'
import { SampleBadge } from '../../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { compareSides, metresOf, sidesOf, type Side, type Verdict } from './compare.ts'
import { PairCorporation, PairFacility, PairFacts, PairShelter } from './facts.ts'

const ICONS: Partial<Record<Verdict, IconName>> = { same: 'check', different: 'minus' }

interface PairComparisonProps {
  proposal: FragmentType<typeof PairFacts>
}

/** Two records side by side: what is equal and what differs, in words, and what the score is made of. */
export function PairComparison({ proposal: given }: PairComparisonProps) {
  const proposal = readFragment(PairFacts, given)
  const text = useReviewText()
  const sides = sidesOf(
    {
      shelters: readFragment(
        PairShelter,
        [proposal.shelter, proposal.otherShelter].filter((record) => record !== null),
      ),
      facilities: readFragment(
        PairFacility,
        [proposal.facility, proposal.otherFacility].filter((record) => record !== null),
      ),
      corporations: readFragment(
        PairCorporation,
        [proposal.corporation, proposal.otherCorporation].filter((record) => record !== null),
      ),
    },
    text,
  )
  if (!sides) return null
  const [one, other] = sides
  const metres = metresOf(proposal.reasons)
  const heads =
    one.model === other.model
      ? ([text.side.first(text.side[one.model]), text.side.second(text.side[other.model])] as const)
      : ([text.side[one.model], text.side[other.model]] as const)
  return (
    <>
      <Table caption={text.compare} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.item}</Head>
            <Head>{heads[0]}</Head>
            <Head>{heads[1]}</Head>
            <Head>{text.columns.result}</Head>
          </tr>
        </thead>
        <tbody>
          {compareSides(
            sides,
            proposal.reasons.map(({ code }) => code),
          ).map(({ item, one: left, other: right, verdict }) => (
            <tr key={item}>
              <th scope="row">{text.items[item]}</th>
              <Cell label={heads[0]}>
                {item === 'name' ? <NameOf side={one} /> : (left ?? text.notGiven)}
              </Cell>
              <Cell label={heads[1]}>
                {item === 'name' ? <NameOf side={other} /> : (right ?? text.notGiven)}
              </Cell>
              <Cell label={text.columns.result}>
                <span className="flex items-center gap-1">
                  {ICONS[verdict] && <Icon name={ICONS[verdict]} size="small" />}
                  {text.results[verdict]}
                </span>
              </Cell>
            </tr>
          ))}
          {(one.point ?? other.point) && (
            <tr>
              <th scope="row">{text.items.point}</th>
              <Cell label={heads[0]}>
                <PointOf side={one} />
              </Cell>
              <Cell label={heads[1]}>
                <PointOf side={other} />
              </Cell>
              <Cell label={text.columns.result}>
                {metres === null ? text.results.notCompared : text.metres(metres)}
              </Cell>
            </tr>
          )}
        </tbody>
      </Table>
      <h3 className="mt-8 prose-strong">{text.score(proposal.score)}</h3>
      <p className="prose-note">{text.scoreNote}</p>
      <ul aria-label={text.reasons} className="mt-2">
        {proposal.reasons.map(({ code, weight }) => (
          <li key={code}>
            {(text.code as Readonly<Record<string, string>>)[code] ?? text.code.OTHER}　{text.points(weight)}
          </li>
        ))}
      </ul>
    </>
  )
}

function NameOf({ side: { model, id, name, sample } }: { side: Side }) {
  return (
    <>
      {model === 'facility' ? (
        <Link to="/facilities/$facilityId" params={{ facilityId: id }}>
          {name}
        </Link>
      ) : model === 'corporation' ? (
        <Link to="/corporations/$corporationId" params={{ corporationId: id }}>
          {name}
        </Link>
      ) : (
        <b className="prose-strong">{name}</b>
      )}
      {sample && <SampleBadge />}
    </>
  )
}

function PointOf({ side: { point, name } }: { side: Side }) {
  const text = useReviewText()
  if (!point) return text.notGiven
  return (
    <ExternalLink href={`https://maps.gsi.go.jp/#17/${point.latitude}/${point.longitude}/`}>
      {text.onMap}
      <span className="sr-only">（{name}）</span>
    </ExternalLink>
  )
}
