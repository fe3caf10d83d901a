import { useMeetingsText } from '../../../locales/meetings.ts'
import { Glyph } from '../Glyph.tsx'
import { areHeads, cellsOf, tallyOf, type RoomItemFigures, type RoomVoter } from './room-data.ts'

interface QuorumCellsProps {
  voters: readonly RoomVoter[]
  figures: RoomItemFigures
  excludedIds: ReadonlySet<string>
  opened: boolean
}

/** One square per corporation, a line where the quorum is reached; who is excluded stands apart. */
export function QuorumCells({ voters, figures, excludedIds, opened }: QuorumCellsProps) {
  const text = useMeetingsText()
  const { cells, excluded } = cellsOf(voters, figures, excludedIds, opened)
  const words = { ...(opened ? text.standings : text.answered), WAITING: text.room.waitingInWriting }
  const [threshold] = figures.quorum
  // A line among heads says nothing about votes of different weight.
  const needed = threshold?.unit === 'VOTERS' ? threshold.needed : undefined
  return (
    <>
      <ol className="yui-cells" aria-label={areHeads(voters) ? text.room.cellsOfHeads : text.room.cells}>
        {cells.map(({ voter, sign, counts }, n) => (
          <li key={voter.voterId} data-counts={counts || undefined} data-line={n + 1 === needed || undefined}>
            <Glyph name={sign} />
            <span className="sr-only">{text.room.cell(voter.name, words[sign])}</span>
            {n + 1 === needed && <em>{text.room.neededAt(needed)}</em>}
          </li>
        ))}
        {excluded.map((voter) => (
          <li key={voter.voterId} data-excluded>
            <Glyph name="EXCLUDED" />
            <span className="sr-only">{text.room.cell(voter.name, text.room.excluded)}</span>
          </li>
        ))}
      </ol>
      <p className="yui-legend">
        {tallyOf(cells).map(({ sign, count }) => (
          <span key={sign} className="yui-with-glyph">
            <Glyph name={sign} />
            {text.room.counted(words[sign], count)}
          </span>
        ))}
        {excluded.length > 0 && (
          <span className="yui-with-glyph">
            <Glyph name="EXCLUDED" />
            {text.room.counted(text.room.excluded, excluded.length)}
          </span>
        )}
      </p>
    </>
  )
}
