import type { ReactNode } from 'react'

/** The shapes of states and answers; each stands beside its word. */
const GLYPHS = {
  open: <circle cx="12" cy="12" r="7.5" fill="currentColor" />,
  full: <rect x="4.5" y="4.5" width="15" height="15" fill="currentColor" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </>
  ),
  waiting: <circle cx="12" cy="12" r="8.5" strokeDasharray="3 2.6" />,
  cannot: (
    <>
      <rect x="4" y="4" width="16" height="16" />
      <path d="M8 8l8 8M16 8l-8 8" />
    </>
  ),
  standby: <circle cx="12" cy="12" r="8" />,
  closed: <path d="M5 12h14" />,
  clock: <path d="M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5.5l3.5 2" />,
  serious: (
    <>
      <path d="M12 1.5L22.5 12 12 22.5 1.5 12z" fill="currentColor" />
      <path d="M12 7v6M12 15.6v1.4" stroke="#fff" />
    </>
  ),
  yes: <circle cx="12" cy="12" r="8" strokeWidth="3.4" />,
  triangle: <path d="M12 4.5L20.5 19.5H3.5z" />,
  no: <path d="M5 5l14 14M19 5L5 19" strokeWidth="3.4" />,
  unknown: (
    <>
      <circle cx="12" cy="12" r="9.2" strokeWidth="2" strokeDasharray="3 2.6" />
      <path d="M9.4 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.9-1.1 1.8M12 16.6v.4" strokeWidth="2" />
    </>
  ),
  check: <path d="m4 12.5 5.5 5.5L20 6.5" strokeWidth="3.4" />,
} satisfies Record<string, ReactNode>

export type GlyphName = keyof typeof GLYPHS

/** The shape alone, for a drawing whose marks say their words themselves. */
export const GlyphShape = ({ name }: { name: GlyphName }) => <g className="yui-dz-glyph">{GLYPHS[name]}</g>

/** A shape beside its word; it never stands alone for a meaning. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg className="yui-dz-glyph" viewBox="0 0 24 24" aria-hidden="true">
      {GLYPHS[name]}
    </svg>
  )
}
