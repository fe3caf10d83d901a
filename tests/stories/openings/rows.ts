import { randomBytes } from 'node:crypto'

// What the rows of the world are made with.

export type Row = Readonly<Record<string, unknown>>

/** What a row must look like, seen the rows there are already, by table. */
export type Given = (rows: ReadonlyMap<string, Row>) => Row

export const id = (rows: ReadonlyMap<string, Row>, table: string) => rows.get(table)?.id as string
export const always = '2020-01-01'
export const word = () => `w${randomBytes(9).toString('hex')}`
