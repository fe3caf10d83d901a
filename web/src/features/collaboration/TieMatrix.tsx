import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { CollaborationStage } from '../../generated/graphql.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { matrixOf } from './matrix.ts'
import { StageMark } from './StageMark.tsx'
import { isConfidential, numberOf, STAGES } from './stages.ts'

const TieMatrix_picture = graphql(`
  fragment TieMatrix_picture on CollaborationPicture {
    membersStage
    ownCorporationId
    corporations {
      corporationId
      name
    }
    pairs {
      oneId
      otherId
      stage
    }
  }
`)

interface TieMatrixProps {
  picture: FragmentType<typeof TieMatrix_picture>
  /** Where the page says the same as a table. */
  tableId: string
}

/** Edge of a cell in pixels; a number of 13 px has room in it. */
const EDGE = 24
/** Room for the last name. */
const NAME = 190

/** Who works with whom: every pair of members with the number of its deepest stage. The table says the same. */
export function TieMatrix({ picture: given, tableId }: TieMatrixProps) {
  const texts = useTiesText()
  const text = texts.matrix
  const { corporations, pairs, ownCorporationId, membersStage } = readFragment(TieMatrix_picture, given)
  const members = corporations.map(({ corporationId }) => corporationId)
  const cells = matrixOf(members, pairs)
  const own = ownCorporationId ? members.indexOf(ownCorporationId) : -1
  const shown = STAGES.filter((stage) => pairs.some((pair) => pair.stage === stage))
  const [width, height] = [members.length * EDGE + NAME, members.length * EDGE]
  return (
    <>
      <p className="prose-strong">{text.legend}</p>
      <ul className="yui-matrix-legend">
        <li>
          <span className="yui-stage" aria-hidden="true">
            ・
          </span>
          {text.byMembership(texts.stages[membersStage])}
        </li>
        {shown.map((stage) => (
          <Legend key={stage} stage={stage} />
        ))}
      </ul>
      <section className="yui-matrix" aria-label={text.scroll} data-scrolls>
        {/* Wider than a phone: with the focus on the link, the arrow keys move the picture. */}
        <p className="prose-note">
          <a href={`#${tableId}`}>{text.skip}</a>
        </p>
        <svg
          role="img"
          aria-label={text.label(corporations.length, pairs.length)}
          width={width}
          height={height}
          viewBox={`-2 -2 ${width + 4} ${height + 4}`}
        >
          {cells.map(({ row, column, stage }) => (
            <MatrixCell key={`${row} ${column}`} x={column * EDGE} y={row * EDGE} stage={stage} />
          ))}
          {own >= 0 && (
            <>
              {own > 0 && <rect className="own" x={0} y={own * EDGE} width={own * EDGE} height={EDGE} />}
              {own < members.length - 1 && (
                <rect
                  className="own"
                  x={own * EDGE}
                  y={(own + 1) * EDGE}
                  width={EDGE}
                  height={(members.length - own - 1) * EDGE}
                />
              )}
            </>
          )}
          {corporations.map(({ corporationId, name }, n) => (
            <text
              key={corporationId}
              className={n === own ? 'own-name' : undefined}
              x={n * EDGE + 6}
              y={n * EDGE + 17}
            >
              {n === own ? text.own(shortName(name)) : shortName(name)}
            </text>
          ))}
        </svg>
      </section>
      <p className="prose-note mt-4">{text.note}</p>
    </>
  )
}

function Legend({ stage }: { stage: CollaborationStage }) {
  const texts = useTiesText()
  return (
    <li>
      <StageMark stage={stage} />
      {texts.stages[stage]}
      {isConfidential(stage) && texts.matrix.confidentialLegend}
    </li>
  )
}

function MatrixCell({ x, y, stage }: { x: number; y: number; stage: CollaborationStage | null }) {
  const number = stage ? numberOf(stage) : undefined
  return (
    <>
      <rect className="cell" data-stage={number} x={x + 1} y={y + 1} width={EDGE - 2} height={EDGE - 2} />
      {number === undefined ? (
        <circle className="dot" cx={x + EDGE / 2} cy={y + EDGE / 2} r={1.5} />
      ) : (
        <text className="number" data-stage={number} x={x + EDGE / 2} y={y + 17}>
          {number}
        </text>
      )}
    </>
  )
}
