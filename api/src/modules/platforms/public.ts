// What other modules may know of networks.

export { DUES_COLUMNS, duesAsTable } from './queries/dues.ts'
