/** Bytes of a file that are kept in one row. */
const PIECE = 256 * 1024

/** Cuts a stream into pieces of one size; the last may be shorter. */
export async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    held.push(piece)
    length += piece.length
    if (length < PIECE) continue
    const whole = Buffer.concat(held)
    let start = 0
    for (; whole.length - start >= PIECE; start += PIECE) yield whole.subarray(start, start + PIECE)
    held = [whole.subarray(start)]
    length = whole.length - start
  }
  if (length > 0) yield Buffer.concat(held)
}
