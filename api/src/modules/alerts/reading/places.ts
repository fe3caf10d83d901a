import type { AlertAreaForm } from '../../../generated/prisma/enums.ts'
import { municipalityCheckDigit, PREFECTURES } from '../../registry/public.ts'

export interface Place {
  readonly form: AlertAreaForm
  /** As the message gives it. */
  readonly code: string
  readonly name: string
  /** 6 digits with check digit; null where the code names no municipality. */
  readonly municipalityCode: string | null
  /** 2 digits; null where it cannot be told. */
  readonly prefectureCode: string | null
}

const prefectureIn = (code: string): string | null =>
  PREFECTURES.has(code.slice(0, 2)) ? code.slice(0, 2) : null

const prefectureNamed = (name: string): string | null =>
  [...PREFECTURES].find(([, prefecture]) => name.startsWith(prefecture))?.[0] ?? null

/**
 * A municipality by its seven digits: JIS's five, and 00 for the whole or a number for a part (五條市北部 is 2920701).
 * Codes that end in 999 are what a message writes when it does not know: 0599900 stands for two towns at once.
 */
export function municipality(code: string, name: string): Place {
  const digits = /^[0-9]{7}$/.test(code) ? code : null
  const five = digits?.slice(0, 5) ?? ''
  const known = digits !== null && prefectureIn(five) !== null && !/^[0-9]{2}(999|000)/.test(five)
  return {
    form: digits !== null && !digits.endsWith('00') ? 'MUNICIPALITY_PART' : 'MUNICIPALITY',
    code,
    name,
    municipalityCode: known ? five + municipalityCheckDigit(five) : null,
    prefectureCode: prefectureIn(code),
  }
}

/** 府県予報区・細分区域: six digits that look like a municipality's code and are none. */
export const forecastArea = (code: string, name: string): Place => ({
  form: 'FORECAST_AREA',
  code,
  name,
  municipalityCode: null,
  prefectureCode: prefectureIn(code),
})

/** 地震情報の細分区域, in a prefecture that the message names around it. */
export const seismicArea = (code: string, name: string, prefectureCode: string | null): Place => ({
  form: 'SEISMIC_AREA',
  code,
  name,
  municipalityCode: null,
  prefectureCode: prefectureCode ?? prefectureNamed(name),
})

/** Coasts whose name does not begin with their prefecture. Of those along several prefectures none is said. */
const COASTS: Readonly<Record<string, string>> = {
  '120': '01',
  '202': '02',
  '320': '13',
  '321': '13',
  '330': '14',
  '341': '15',
  '522': '28',
  '551': '32',
  '731': '42',
  '771': '46',
  '772': '46',
  '800': '47',
  '801': '47',
  '802': '47',
}

/** 津波予報区. */
export const tsunamiArea = (code: string, name: string): Place => ({
  form: 'TSUNAMI_AREA',
  code,
  name,
  municipalityCode: null,
  prefectureCode: prefectureNamed(name) ?? COASTS[code] ?? null,
})

export const river = (code: string, name: string): Place => ({
  form: 'RIVER',
  code,
  name,
  municipalityCode: null,
  prefectureCode: null,
})
