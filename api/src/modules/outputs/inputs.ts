import { enumOf } from '../../kernel/inputs.ts'

export const outputForms = {
  MINISTRY_SYSTEM: '災害時情報共有システム: what a facility types into it.',
  DAILY_REPORT: '日報 to the municipality.',
  OPENING_NOTICE: '開設報告.',
  CLOSING_NOTICE: '閉鎖報告.',
  INTAKE_LIST: '受入名簿, numbers alone.',
  HAVE: 'EDXL-HAVE 2.0.',
  PUBLIC_PAGE: 'What the public page shows.',
  COST_CLAIM: 'Costs under 災害救助法.',
} as const

export const outputForm = enumOf('OutputForm', 'A form that is made of an event.', outputForms)
