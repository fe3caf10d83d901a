import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { projectRoot } from './project.ts'

/** An invariant of the data: a statement that must find nothing. */
export interface DataCheck {
  module: string
  /** What holds when it finds nothing. */
  claim: string
  sql: string
}

export interface BrokenCheck extends DataCheck {
  /** Some of what it found. */
  rows: unknown[]
}

const folder = path.join(projectRoot, 'prisma', 'checks')

/** The invariants of prisma/checks: each is a comment of one or more lines and the statement below it. */
export function readDataChecks(): DataCheck[] {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return files.toSorted().flatMap((file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8')
    const found = text.matchAll(/((?:^--.*\n)+)(^[^-\s][\s\S]*?);$/gm)
    return [...found].map(([, comment = '', sql = '']) => ({
      module: path.basename(file, '.sql'),
      claim: comment.replaceAll(/^-- ?/gm, '').trim().replaceAll('\n', ' '),
      sql,
    }))
  })
}

/** Runs every invariant and returns those that something breaks. */
export async function findBrokenData(client: pg.ClientBase): Promise<BrokenCheck[]> {
  const broken: BrokenCheck[] = []
  for (const check of readDataChecks()) {
    const { rows } = await client.query(`SELECT * FROM (${check.sql}) AS broken LIMIT 5`)
    if (rows.length > 0) broken.push({ ...check, rows })
  }
  return broken
}
