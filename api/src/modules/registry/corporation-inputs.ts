import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'
import { readPhone, readWebAddress } from './rules/contact.ts'
import { examineCorporateNumber } from './rules/corporate-number.ts'
import { isMunicipalityCode } from './rules/checked-numbers.ts'
import { unspaced } from './rules/text.ts'

// Parts of inputs that several commands about corporations share. Numbers are tidied, names never are.

/** Text that must be there. */
export const text = (longest: number) => z.string().trim().min(1).max(longest)

/** Text that may be left out; blank counts as left out. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((value) => value || null)
    .nullable()
    .default(null)

/** A number of its own kind: read by a rule, refused with a code of its own. */
const tidied = (longest: number, code: string, read: (typed: string) => string | null | undefined) =>
  z
    .string()
    .max(longest)
    .transform((typed, context) => {
      if (typed.trim() === '') return null
      const value = read(typed)
      if (value !== undefined) return value
      context.addIssue({ code: 'custom', message: 'cannot be read', params: { code } })
      return z.NEVER
    })
    .nullable()
    .default(null)

/** A telephone number in any writing. */
export const phone = () =>
  tidied(40, 'PHONE_UNREADABLE', (typed) => {
    const { value, note } = readPhone(typed)
    return note === null ? value : undefined
  })

/** A web address. */
const webAddress = () =>
  tidied(400, 'URL_UNREADABLE', (typed) => {
    const { value, note } = readWebAddress(typed)
    return note === null ? value : undefined
  })

/** Seven digits in any writing. */
const postalCode = () =>
  tidied(20, 'POSTAL_CODE_WRONG', (typed) => {
    const digits = unspaced(typed).replace(/[-‐‒–—―−ー〒]/g, '')
    return /^[0-9]{7}$/.test(digits) ? digits : undefined
  })

/** 法人番号 in any writing, checked by its check digit. */
const corporateNumber = () =>
  tidied(40, 'CORPORATE_NUMBER_WRONG', (typed) => {
    const { digits, problem } = examineCorporateNumber(typed)
    return problem === null ? digits : undefined
  })

/** Six digits with their check digit. */
export const municipalityCode = () =>
  tidied(6, 'MUNICIPALITY_CODE_WRONG', (typed) => (isMunicipalityCode(typed) ? typed : undefined))

/** An e-mail address. */
export const email = () =>
  tidied(254, 'EMAIL_WRONG', (typed) => {
    const address = unspaced(typed)
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : undefined
  })

const corporationKind = () =>
  enumOf('CorporationKind', 'Kind of a corporation.', {
    GENERAL: '社会福祉法人 that runs facilities.',
    COUNCIL: '社会福祉協議会: a council of social welfare.',
    AGENCY: '社会福祉事業団: an agency that a government founded.',
    COMMUNITY_CHEST: '共同募金会: a community chest.',
    OTHER_WELFARE: 'Another 社会福祉法人.',
    NOT_WELFARE: 'Of another legal form: company, medical corporation, municipality.',
  })

/** Name, number, seat and telephone of a corporation. */
export const corporationFacts = {
  name: text(120).describe('Name with its legal form, at most 120 characters.'),
  kana: optionalText(200).describe('Reading, at most 200 characters; null if none is known.'),
  kind: corporationKind().describe('Kind of corporation.'),
  corporateNumber: corporateNumber().describe(
    '法人番号, 13 digits in any writing, refused if its check digit is wrong; null if it has none.',
  ),
  seatPostalCode: postalCode().describe('Postal code of the seat, seven digits; null if not known.'),
  seatMunicipalityCode: municipalityCode().describe(
    'Municipality of the seat, six digits; null if not known.',
  ),
  seatAddress: optionalText(200).describe('Address of the seat, at most 200 characters; null if not known.'),
  phone: phone().describe('Telephone in any writing; null if none.'),
  url: webAddress().describe('Web address; null if none.'),
}
