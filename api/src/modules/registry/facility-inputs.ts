import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { day, enumOf, version } from '../../kernel/inputs.ts'
import { readWebAddress, readPhone } from './rules/contact.ts'
import { readOfficeNumber } from './rules/checked-numbers.ts'
import { readEmail } from './rules/email.ts'
import { officeNumberFault } from './rules/office-number.ts'
import { unspaced } from './rules/text.ts'

// Fields of the forms about a facility. What was typed is read as files are; what cannot be read is told at the field.

const refuse = (context: z.RefinementCtx, code: string, message: string): never => {
  context.addIssue({ code: 'custom', message, params: { code } })
  return z.NEVER
}

/** One line of text that must be there. */
export const line = (longest: number) => z.string().trim().min(1).max(longest)

/** One line of text, or null. */
export const optionalLine = (longest: number) => line(longest).nullable()

const phoneNumber = () =>
  z
    .string()
    .max(40)
    .transform((typed, context) => {
      const { value } = readPhone(typed)
      return value ?? refuse(context, 'PHONE_UNREADABLE', 'not a telephone number of 10 or 11 digits')
    })

export const phone = () => phoneNumber().nullable()

export const email = () =>
  z
    .string()
    .max(254)
    .transform((typed, context) => {
      const read = readEmail(typed)
      return 'email' in read ? read.email : refuse(context, read.fault, 'not an e-mail address')
    })
    .nullable()

const webAddress = () =>
  z
    .string()
    .max(500)
    .transform((typed, context) => {
      const { value } = readWebAddress(typed)
      return value ?? refuse(context, 'URL_UNREADABLE', 'not an address that a browser can open')
    })
    .nullable()

const postalCode = () =>
  z
    .string()
    .max(20)
    .transform((typed, context) => {
      const digits = unspaced(typed).replace(/[〒‐‒–—―−ー─-]/g, '')
      return /^[0-9]{7}$/.test(digits)
        ? digits
        : refuse(context, 'POSTAL_CODE_UNREADABLE', 'not a postal code of seven digits')
    })
    .nullable()

export const officeNumber = () =>
  z
    .string()
    .max(40)
    .transform((typed, context) => {
      const fault = officeNumberFault(typed)
      return fault
        ? refuse(context, fault, 'not an office number')
        : (readOfficeNumber(typed).value ?? refuse(context, 'OFFICE_NUMBER_LENGTH', 'not an office number'))
    })
    .nullable()

/** Persons; null = not given. Zero is no capacity. */
export const capacity = () => z.int().min(1).max(99_999).nullable()

export const equipmentState = enumOf(
  'EquipmentState',
  'Whether a facility has something. Unknown is never taken for no.',
  { YES: 'It is there.', NO: 'It is not there.', UNKNOWN: 'Nobody has answered yet (未確認).' },
)

export const resourceKind = enumOf('ResourceKind', 'What a facility can share.', {
  ROOM: 'A room or hall.',
  VEHICLE: 'A vehicle.',
})

export const contactAudience = enumOf('ContactAudience', 'Who besides the own people may see a contact.', {
  NETWORK: 'Members, secretariat and municipal liaison of the corporation’s networks.',
  SECRETARIAT: 'The secretariat of these networks only.',
})

/** What every edit of a block begins with. */
export const editedFacility = {
  facilityId: idOf('Facility').describe('The facility.'),
  version: version(),
}

/** The facts of the block BASIC. */
export const basicFacts = {
  name: line(200).describe('Official name; of an invented facility it carries 見本.'),
  kana: z.string().trim().max(200).describe('Reading in hiragana or katakana; may be blank.'),
  postalCode: postalCode().describe('Seven digits, with or without a hyphen; null if not known.'),
  municipalityCode: z.string().trim().length(6).describe('全国地方公共団体コード of the municipality.'),
  address: line(300).describe('Address from the municipality on.'),
  building: optionalLine(200).describe('Building and floor; null if none.'),
  latitude: z.number().nullable().describe('Degrees north; null together with longitude.'),
  longitude: z.number().nullable().describe('Degrees east; null together with latitude.'),
  phone: phone().describe('Telephone by day; null if none.'),
  fax: phone().describe('Fax; null if none.'),
  url: webAddress().describe('Web address; null if none.'),
  capacity: capacity().describe('Persons; null = not given. Never 0.'),
  openedOn: day().nullable().describe('Day it was opened; null if not known.'),
}

const area = (what: string) => ({
  id: idOf('CommunityArea').nullable().describe(`${what} of the list; null when it is named or not known.`),
  name: optionalLine(100).describe(`Name of a ${what} that the list lacks; it counts as 未確認.`),
})

/** Areas of mutual help and the school district, from the municipality's list or named anew. */
export const areas = {
  level1Area: z.object(area('level 1 area')).describe('第1層 of 生活支援体制整備事業.'),
  level2Area: z.object(area('level 2 area')).describe('第2層 of 生活支援体制整備事業.'),
  schoolDistrict: z.object(area('school district')).describe('School district it lies in.'),
}
