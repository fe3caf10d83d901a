/** How an answer stands and how far a stage is: drawn on 24 × 24, always beside words. */
const SHAPES = {
  YES: <circle cx="12" cy="12" r="8" />,
  NO: <path d="M5 5l14 14M19 5 5 19" />,
  UNKNOWN: (
    <>
      <circle cx="12" cy="12" r="9" strokeDasharray="4 3" />
      <path d="M9.6 9.6a2.5 2.5 0 1 1 3.4 2.3c-.7.4-1 .9-1 1.7M12 16.4v.1" />
    </>
  ),
  DONE: <path d="M4 12.5l5.5 5.5L20 6.5" />,
  NOW: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" stroke="none" />
    </>
  ),
  LATER: <circle cx="12" cy="12" r="8" />,
} as const

/** A sign. It never stands alone for a meaning, so screen readers skip it. */
export function Sign({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg className="yui-sign" viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  )
}
