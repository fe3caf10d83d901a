/** What stands before every heading, file name and message of a drill. */
const DRILL_MARK = '【訓練】'

/** A text of an event, marked if the event is a drill; never marked twice. */
export const drillMark = ({ drill }: { readonly drill: boolean }, text: string): string =>
  drill && !text.startsWith(DRILL_MARK) ? DRILL_MARK + text : text
