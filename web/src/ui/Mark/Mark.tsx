/** The mark of 結: two rings, one through the other. */
export function Mark() {
  return (
    <svg className="yui-mark" viewBox="0 0 40 40" aria-hidden="true">
      <circle className="yui-mark__blue" cx="15" cy="20" r="10.5" />
      <circle className="yui-mark__gap" cx="25" cy="20" r="10.5" />
      <circle className="yui-mark__orange" cx="25" cy="20" r="10.5" />
      <path className="yui-mark__gap" d="M15 9.5a10.5 10.5 0 0 1 9.9 7" />
      <path className="yui-mark__blue" d="M14 9.55a10.5 10.5 0 0 1 11.3 8.2" />
    </svg>
  )
}
