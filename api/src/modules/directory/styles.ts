import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The style sheet of all pages; its address changes with its content, so that browsers keep it for good. */
export const styles = readStyles()

function readStyles(): { readonly text: string; readonly url: string } {
  const text = fs.readFileSync(path.join(import.meta.dirname, 'styles.css'), 'utf8')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { text, url: `/directory/styles/${hash}.css` }
}

/** Changes when the code that makes the pages does, so that what browsers kept of before is not taken for current. */
export const edition = editionOf(import.meta.dirname)

function editionOf(folder: string): string {
  const hash = createHash('sha256')
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css)$/.test(file))
  for (const file of files.toSorted()) hash.update(fs.readFileSync(path.join(folder, file)))
  return hash.digest('base64url').slice(0, 12)
}
