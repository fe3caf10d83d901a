// What other modules may call inside their own transaction.

export { joinSuccessions, type CarriedItem, type KeptItem } from './corporation-succession.ts'
export { accessChangesOn, builtUpon, carryTerm, daysAfter } from './rules/succession.ts'
