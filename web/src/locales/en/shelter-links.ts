import type { Translated } from '../../lib/texts.ts'
import type { shelterLinks as japanese } from '../ja/shelter-links.ts'

export const shelterLinks: Translated<typeof japanese> = {
  register: 'Register of welfare shelters (designated, agreed, opened)',
  record: 'Records and readiness as a welfare shelter',
  stock: 'Stock and loans',
  inspections: 'Inspections',
  skills: 'Staff and help to give',
}
