/** How a voter takes part, how it voted, how far an item is: drawn on 24 × 24, always beside words. */
const SHAPES = {
  ON_SITE: <circle cx="12" cy="12" r="8" fill="currentColor" stroke="none" />,
  ONLINE: (
    <>
      <circle cx="12" cy="12" r="8" />
      <circle cx="12" cy="12" r="3.4" fill="currentColor" stroke="none" />
    </>
  ),
  PROXY: <path d="M5 4l15 8-15 8z" fill="currentColor" stroke="none" />,
  WRITTEN: <path d="M5 3h14v18H5zM8 8.5h8M8 12.5h8M8 16.5h5" />,
  ABSENT: <path d="M5 12h14" />,
  LEFT: <path d="M4 12h13M12 6l6 6-6 6" />,
  EXCLUDED: <path d="M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M6 18 18 6" />,
  FOR: <circle cx="12" cy="12" r="8" />,
  AGAINST: <path d="M5 5l14 14M19 5 5 19" />,
  ABSTAIN: <path d="M12 4.5 21 20H3z" />,
  DONE: <path d="M4 12.5l5.5 5.5L20 6.5" />,
  UNDER_WAY: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" stroke="none" />
    </>
  ),
  LATER: <circle cx="12" cy="12" r="8" />,
  WAITING: <circle cx="12" cy="12" r="8.5" strokeDasharray="4 3" />,
} as const

export type GlyphName = keyof typeof SHAPES

/** A sign of the meeting. It never stands alone for a meaning, so screen readers skip it. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg className="yui-glyph" viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  )
}
