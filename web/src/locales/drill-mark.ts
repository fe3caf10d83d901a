/** What stands before everything of a drill, in every language: the API writes it into names. */
export const DRILL_MARK = '【訓練】'
