import { Link } from '../../ui/Link/Link.tsx'
import { useRegistryText } from '../../locales/registry.ts'
import { OUTLINE_SIZE, YAMAGATA } from './yamagata.ts'
import { toggled, type RegistrySearch } from './search.ts'

interface OutlineMapProps {
  /** Facilities per municipality code. */
  counts: ReadonlyMap<string, number>
  /** What a press on a municipality narrows; without it the map is a picture. */
  search?: RegistrySearch
}

/** Darker where there are more: none, 1–9, 10–29, 30–59, 60 and more. */
const STEPS = [1, 10, 30, 60] as const
const shadeOf = (count: number): number => STEPS.filter((step) => count >= step).length

/** Municipalities large enough that their name can stand on them. */
const NAMED: ReadonlySet<string> = new Set(['062014', '062022', '062031', '062049', '062057', '062090'])

/** The outline of the prefecture; each municipality is a link that puts its condition on or takes it off. */
export function OutlineMap({ counts, search }: OutlineMapProps) {
  const text = useRegistryText().facets
  const { width, height } = OUTLINE_SIZE
  const chosen = new Set(search?.m)
  return (
    <div className="yui-map">
      <svg
        viewBox={`-8 -8 ${width + 16} ${height + 16}`}
        role={search ? 'group' : 'img'}
        aria-label={text.map}
      >
        {YAMAGATA.map(({ code, name, path }) => {
          const count = counts.get(code) ?? 0
          const shape = (
            <path d={path} data-shade={shadeOf(count)} data-chosen={chosen.has(code) || undefined} />
          )
          return search ? (
            <Link
              key={code}
              to="/registry"
              search={toggled(search, 'm', code)}
              resetScroll={false}
              aria-label={text.inMunicipality(name, count)}
              activeOptions={{ exact: true }}
              aria-current={chosen.has(code) || undefined}
            >
              {shape}
            </Link>
          ) : (
            <g key={code}>{shape}</g>
          )
        })}
        <g className="yui-map__names" aria-hidden="true">
          {YAMAGATA.filter(({ code }) => NAMED.has(code) || chosen.has(code)).map(({ code, name, x, y }) => (
            <text key={code} x={x} y={y} data-chosen={chosen.has(code) || undefined}>
              {name}
            </text>
          ))}
        </g>
      </svg>
      <MapLegend choosing={search !== undefined} />
    </div>
  )
}

function MapLegend({ choosing }: { choosing: boolean }) {
  const text = useRegistryText()
  const ranges = [
    '0',
    ...STEPS.map((from, n) => (STEPS[n + 1] ? `${from}–${(STEPS[n + 1] ?? 0) - 1}` : `${from}–`)),
  ]
  return (
    <>
      <ul className="yui-map__legend">
        {choosing && (
          <li>
            <span data-chosen /> {text.facets.selected}
          </li>
        )}
        {ranges.map((range, shade) => (
          <li key={range}>
            <span data-shade={shade} /> {range}
          </li>
        ))}
      </ul>
      <p className="prose-note">{text.facets.mapLegend(text.search.unit.trim())}</p>
    </>
  )
}
