// What other modules may call inside their own transaction.

export {
  joinSuccessions,
  asLeft,
  type CarriedItem,
  type KeptItem,
  type Takeover,
} from './corporation-succession.ts'
export { accessChangesOn, builtUpon, carryTerm, daysAfter } from './rules/succession.ts'
export { procurementRuleFor } from './rules/procurement.ts'
