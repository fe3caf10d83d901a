import type { Sql } from '../../../kernel/read/sql.ts'

interface Credit extends Record<string, unknown> {
  readonly issuer: string
  readonly title: string
  readonly licence: string
  readonly asOf: string
}

/** What the licences of the published files ask to be named, a line each. */
export async function creditsOf(sql: Sql): Promise<string[]> {
  const rows = await sql<Credit>(
    `SELECT issuer, title, licence, max(to_char(as_of, 'YYYY-MM-DD')) AS "asOf" FROM data_source
     GROUP BY issuer, title, licence ORDER BY issuer, title, licence`,
  )
  return rows.map(
    ({ issuer, title, licence, asOf }) =>
      `出典：${issuer}「${title}」（${asOf}）を加工して作成。ライセンス：${licence}`,
  )
}
