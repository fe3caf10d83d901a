import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'

// Words and shapes that the commands share. The schema declares the same enums of the tables with these words.

export const aidKinds = {
  STAFF: 'People with a skill, for a shift.',
  GOODS: 'Goods of the list of stock.',
  VEHICLE: 'A vehicle for a time.',
  BEDS: 'Beds for a time.',
} as const
export const staffSkills = {
  NURSE: 'A nurse (看護師・准看護師).',
  CARE_WORKER: 'A care worker (介護職員).',
  CARE_MANAGER: 'A care manager (介護支援専門員).',
  COUNSELLOR: 'A counsellor (生活相談員・社会福祉士).',
  CHILDCARE: 'A childcare worker (保育士).',
  REHABILITATION: 'A therapist (理学療法士ほか).',
  NUTRITION: 'A dietician (管理栄養士・栄養士).',
  COOKING: 'A cook (調理員).',
  DRIVING: 'A driver (送迎の運転).',
  SIGN_LANGUAGE: 'Somebody who signs or writes for others (手話・要約筆記).',
  TECHNICAL: 'Somebody for the building and its machines (設備).',
  GENERAL: 'Anybody (一般の手伝い).',
} as const
export const stockOwners = {
  FACILITY: 'The facility where it lies.',
  CITY: 'The municipality.',
  NETWORK: 'The network.',
} as const
export const stockMoves = {
  ADDED: 'Bought or given.',
  COUNTED: 'Counted anew: the difference to what was written.',
  USED: 'Used, for example before it expires.',
  DISCARDED: 'Thrown away.',
  LENT: 'Lent to another facility.',
  LOAN_RETURNED: 'Back from a loan.',
  SENT: 'Sent to another facility in an event.',
  CAME_BACK: 'Back from an event, unused.',
} as const
export const inspectionSubjects = {
  BUILDING: 'The building.',
  FIRE_SAFETY: 'Fire safety equipment (消防設備).',
  POWER: 'Generator and wiring (電気).',
  WATER: 'Water and drains (水まわり).',
  LIFT: 'Lift (エレベーター).',
  STOCK: 'What is kept for a disaster (備蓄).',
  OTHER: 'Something else.',
} as const
export const costKinds = {
  HOURS: 'Time that people worked.',
  GOODS: 'Goods that were used.',
  TRAVEL: 'Travel: fares, tolls, fuel.',
  OTHER: 'Another expense.',
} as const

export const aidKind = enumOf('AidKind', 'What kind of help is asked for.', aidKinds)
export const staffSkill = enumOf('StaffSkill', 'What staff can do in a welfare shelter.', staffSkills)
export const stockOwner = enumOf('StockOwner', 'Whose a lot of stock is.', stockOwners)
export const inspectionSubject = enumOf('InspectionSubject', 'What was inspected.', inspectionSubjects)
export const costKind = enumOf('AidCostKind', 'What a dispatch took.', costKinds)

/** One line of text that has to be there. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/[\n\r]/.test(text), { params: { code: 'WRONG_CHARACTER' } })
/** A text that may be left out. */
export const words = (most: number) => z.string().trim().max(most).default('')
/** A number of things. */
export const count = (least = 1) => z.int().min(least).max(9_999_999)
