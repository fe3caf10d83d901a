/** The format of the package counts sizes in 32 bits; what is larger is fetched from the shelf. */
export const LARGEST_PACKAGE = 3 * 1024 * 1024 * 1024

/** A document's name inside the package: its number, its title as far as every system takes it, and the file's ending. */
export function packedName(number: number, title: string, fileName: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0].toLowerCase() ?? ''
  const plain = title
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const short = [...plain].slice(0, 60).join('').trim()
  return `${String(number).padStart(3, '0')}_${short || '_'}${ending}`
}

/** A cell of a CSV file (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvCell(text: string | null): string {
  const plain = text ?? ''
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`
