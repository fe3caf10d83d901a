import type { Db, Tx } from '../../../kernel/db.ts'

/** The bytes of a file, read from its rows one after the other. */
export const openFile = (db: Db | Tx, fileId: string) =>
  async function* open(): AsyncGenerator<Uint8Array> {
    for (let position = 0; ; position++) {
      const chunk = await db.importChunk.findUnique({ where: { fileId_position: { fileId, position } } })
      if (!chunk) return
      yield chunk.bytes
    }
  }
