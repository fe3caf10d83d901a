import { enumOf } from '../../kernel/inputs.ts'

export const outputForms = {
  MINISTRY_SYSTEM: 'What a facility types into the ministry’s system (災害時情報共有システム).',
  DAILY_REPORT: 'Daily report to the municipality (日報).',
  OPENING_NOTICE: 'Notice of opening (開設報告).',
  CLOSING_NOTICE: 'Notice of closing (閉鎖報告).',
  INTAKE_LIST: 'List of intake, numbers alone (受入名簿).',
  HAVE: 'Availability for other systems (EDXL-HAVE 2.0).',
  PUBLIC_PAGE: 'What the public page shows.',
  COST_CLAIM: 'Costs under 災害救助法.',
} as const

export const outputForm = enumOf('OutputForm', 'A form that is made of an event.', outputForms)
