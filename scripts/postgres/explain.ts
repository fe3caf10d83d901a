import { codeOf, fullDisk, Refusal } from '../refusal.ts'

/** Host, port and database of a connection string, fit to be shown: never the user's password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

/** Refuses a DATABASE_URL which is not the address of a PostgreSQL database. */
export function parseDatabaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const postgres = url && ['postgres:', 'postgresql:'].includes(url.protocol)
  if (!postgres || !url.hostname || url.pathname.length < 2) {
    throw new Refusal(
      'DATABASE_URL の形が正しくありません。postgresql://利用者:合言葉@ホスト:5432/データベース名 のように書いてください',
      'DATABASE_URL is not of the form postgresql://user:password@host:5432/database',
    )
  }
  return text
}

/** Turns what went wrong with a database into the one sentence a person can act on; other errors pass unchanged. */
export function explainDatabaseError(error: unknown, url: string): unknown {
  const place = placeOf(url)
  const refusal = (japanese: string, english: string) =>
    new Refusal(`DATABASE_URL: ${japanese}`, `${english}: ${place}`, { cause: error })
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return refusal(
        `データベース ${place} につながりません。起動しているか確かめてください`,
        'cannot connect',
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return refusal(`ホスト名 ${place} が見つかりません`, 'unknown host')
    case '28P01':
    case '28000':
      return refusal('利用者名か合言葉が違います', 'wrong user or password')
    case '3D000':
      return refusal('その名前のデータベースがありません。先に作ってください', 'no such database')
    case '42501':
      return refusal('この利用者には表を作る権限がありません', 'the user may not create tables')
    case '53300':
      return refusal('データベースの接続数が上限です', 'too many connections')
    case '53100':
    case 'ENOSPC':
      return fullDisk(place, error)
    default:
      return error
  }
}
