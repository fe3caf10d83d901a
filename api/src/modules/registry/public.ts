// What other modules may call inside their own transaction.

export { joinSuccessions, type CarriedItem, type KeptItem } from './corporation-succession.ts'
export { contactsOfNetwork } from './network-contacts.ts'
export { accessChangesOn, builtUpon, carryTerm, daysAfter } from './rules/succession.ts'
// What other modules may know of the registry without asking the database: how its facts are read and named.
export { isMunicipalityCode, isOfficeNumber, municipalityCheckDigit } from './rules/checked-numbers.ts'
export { csvCell } from './export/csv.ts'
export { freshnessOf } from './rules/freshness.ts'
export { shortFacilityName } from './rules/names.ts'
export { PREFECTURES } from './rules/prefectures.ts'
export { readServiceKey, SERVICE_KINDS, serviceKey } from './rules/service-kinds.ts'
export { searchWords } from './rules/text.ts'
// What the public says is wrong, from the pages of the directory.
export { reportMistake } from './commands/report-mistake.ts'
export { LONGEST_MISTAKE, MISTAKE_TOPICS, mistakeText } from './rules/mistakes.ts'
// Tables that are handed out as files are written in one way, safe for spreadsheets.
export { csvLines, utf8 } from './export/csv.ts'
export { networkTableRoute } from './export/network-table.ts'
export type { Cell as ExportCell, ExportTable } from './export/table.ts'
export { xlsx } from './export/xlsx.ts'

export {
  carriers,
  registerCarrier,
  type Absorption,
  type Cell,
  type Cells,
  type Move,
  type Stay,
  type StayCode,
} from './carriers.ts'
// Most rows only change the record they hang at.
export { carrierOf } from './owned-rows.ts'

// Times of people and memberships are carried by one rule, whoever keeps them.
export { carryTerms, type CarriedTerm } from './rules/carrying.ts'
