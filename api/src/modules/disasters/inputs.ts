import { z } from 'zod'
import { enumOf, instant } from '../../kernel/inputs.ts'
import * as words from './rules/words.ts'

export const hazard = enumOf('DisasterHazard', 'What happened.', words.DISASTER_HAZARD)
const usersCondition = enumOf(
  'UsersCondition',
  '利用者: how the facility’s own users are.',
  words.USERS_CONDITION,
)
const buildingCondition = enumOf(
  'BuildingCondition',
  '建物: whether the building can be used.',
  words.BUILDING_CONDITION,
)
const powerCondition = enumOf('PowerCondition', '電気: whether there is power.', words.POWER_CONDITION)
const waterCondition = enumOf('WaterCondition', '水: whether there is water.', words.WATER_CONDITION)
const staffCondition = enumOf(
  'StaffCondition',
  '職員: whether there are enough staff.',
  words.STAFF_CONDITION,
)
const acceptanceAnswer = enumOf(
  'AcceptanceAnswer',
  '受け入れ: whether people can be taken in.',
  words.ACCEPTANCE_ANSWER,
)

/** The six answers. 「わからない」 is an answer like the others. */
export const sixAnswers = {
  users: usersCondition.describe('利用者: how the own users are.'),
  building: buildingCondition.describe('建物: whether it can be used.'),
  power: powerCondition.describe('電気: whether there is any.'),
  water: waterCondition.describe('水: whether there is any.'),
  staff: staffCondition.describe('職員: whether there are enough.'),
  acceptance: acceptanceAnswer.describe('受け入れ: whether people can come.'),
}

export const careNeed = enumOf('CareNeed', 'Kinds of people a welfare shelter is for.', words.CARE_NEED)
export const cannotReason = enumOf(
  'CannotOpenReason',
  'Why a facility cannot open. No reason is a bad one.',
  words.CANNOT_OPEN_REASON,
)

/** An id made by the device before it had a network. */
export const madeByDevice = () =>
  z
    .uuid()
    .describe('Chosen by the device, a UUID. Sent again, it is the same record and nothing happens twice.')
export const note = (most = 500) => z.string().trim().max(most)
export const personName = () => z.string().trim().min(1).max(60)
export const moment = () => instant()
