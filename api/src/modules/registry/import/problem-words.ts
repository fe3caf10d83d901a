import type { RowProblem } from './reading.ts'

/** Why a row is refused, in Japanese, for the table that is mended and put in again. The portal has its own texts. */
const WORDS: Readonly<Record<string, string>> = {
  MUNICIPALITY_UNKNOWN: '市町村がわかりません。',
  OFFICE_NUMBER_WRONG: '事業所番号が正しくありません（10けた。終わりの1けたで確かめています）。',
  SERVICE_UNKNOWN: 'サービスの種類がわかりません。',
  NAME_MISSING: '名前がありません。',
  ADDRESS_MISSING: '住所がありません。',
  ROW_TWICE: '同じ事業所・同じサービスの行が、前にもあります。',
  SOURCE_KEY_MISSING: '共通IDがありません。',
  CORPORATE_NUMBER_WRONG: '法人番号が正しくありません（13けた。はじめの1けたで確かめています）。',
  CORPORATION_MISSING: '法人がわかりません。法人番号か法人の名称を入れてください。',
  NOT_YOUR_ROW: 'いまの立場では取り込めない行です（会員の法人でも、担当する市町村でもありません）。',
  CORPORATION_AMBIGUOUS: '同じ名前の法人がいくつかあります。法人番号を入れてください。',
  FACILITY_TWICE: '台帳では1つの施設になっている行が、ほかにもあります。',
  OFFICE_NUMBER_MISSING: '事業所番号がありません。',
  OFFICE_NUMBER_ROUNDED: '事業所番号がExcelで丸められて、下の桁が失われています。',
  ROW_SHIFTED: '列の数が見出しより多く、値が別の列にずれているおそれがあります。',
  ROW_CUT_OFF: 'ファイルの最後の行が途中で切れています。',
  CELL_LOST: '欠かせない項目の文字が失われています。',
  SAMPLE_WITH_NUMBER: '見本には、法人番号や事業所番号を付けられません。',
}

export function problemInWords({ code, heading, proposal }: RowProblem): string {
  const where = heading === null ? '' : `「${heading}」：`
  const hint = proposal === null ? '' : `（正しくは「${proposal}」ではありませんか）`
  return `${where}${WORDS[code] ?? `読めません（${code}）。`}${hint}`
}
