/** Drawings of how somebody took part and voted; they are fetched with the pages that tell of votes, not with the frame. */
const PATHS = {
  barred: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M5.6 18.4 18.4 5.6',
  circle: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0',
  dot: 'M8.25 12a3.75 3.75 0 1 0 7.5 0 3.75 3.75 0 1 0-7.5 0M10 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0M11.5 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  leave: 'M4 12h15M13 6l6 6-6 6',
  proxy: 'M7 5v14l11-7z',
  ring: 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M9.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  sheet: 'M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h4',
  triangle: 'M12 4 21 20H3z',
  close: 'm6 6 12 12M18 6 6 18',
  minus: 'M6 12h12',
} as const

export type VoteMarkName = keyof typeof PATHS

/** A sign beside words. It never stands alone for a meaning, so screen readers skip it. */
export function VoteMark({ name }: { name: VoteMarkName }) {
  return (
    <svg className="yui-icon" data-size="small" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
