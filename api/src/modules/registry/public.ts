// What other modules may call inside their own transaction.

export { joinSuccessions, type CarriedItem, type KeptItem } from './corporation-succession.ts'
export { accessChangesOn, builtUpon, carryTerm, daysAfter } from './rules/succession.ts'
// What other modules may know of the registry without asking the database: how its facts are read and named.
export { isMunicipalityCode, isOfficeNumber, municipalityCheckDigit } from './rules/checked-numbers.ts'
export { freshnessOf } from './rules/freshness.ts'
export { shortFacilityName } from './rules/names.ts'
export { readServiceKey, SERVICE_KINDS, serviceKey } from './rules/service-kinds.ts'
export { searchWords } from './rules/text.ts'
