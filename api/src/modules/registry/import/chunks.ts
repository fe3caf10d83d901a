import type { Db, Tx } from '../../../kernel/db.ts'

/** Bytes of a file that are kept in one row. */
const CHUNK = 256 * 1024

/** Cuts a stream into pieces of one size; the last may be shorter. */
export async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    held.push(piece)
    length += piece.length
    if (length < CHUNK) continue
    const whole = Buffer.concat(held)
    let start = 0
    for (; whole.length - start >= CHUNK; start += CHUNK) yield whole.subarray(start, start + CHUNK)
    held = [whole.subarray(start)]
    length = whole.length - start
  }
  if (length > 0) yield Buffer.concat(held)
}

/** The bytes of a file, read from its rows one after the other. */
export const openFile = (db: Db | Tx, fileId: string) =>
  async function* open(): AsyncGenerator<Uint8Array> {
    for (let position = 0; ; position++) {
      const chunk = await db.importChunk.findUnique({ where: { fileId_position: { fileId, position } } })
      if (!chunk) return
      yield chunk.bytes
    }
  }
