import { setImmediate } from 'node:timers/promises'
import type { OpenFile } from './plan.ts'

/** Small enough that reading what is in it takes a few milliseconds. */
const PIECE = 16 * 1024

/** A file in small pieces, however large the chunks are in which it arrives. */
export async function* inPieces(open: OpenFile): AsyncGenerator<Uint8Array> {
  for await (const chunk of open())
    for (let start = 0; start < chunk.length; start += PIECE) yield chunk.subarray(start, start + PIECE)
}

/** The first bytes of a file. */
export async function startOf(open: OpenFile, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let total = 0
  for await (const piece of inPieces(open)) {
    pieces.push(piece)
    total += piece.length
    if (total >= length) break
  }
  return Buffer.concat(pieces).subarray(0, length)
}

/** Milliseconds after which whoever else waits for the processor is let in. */
const BREATH = 10

/** Gives a function to call between two steps of long work; it lets other work of the process in when it is time. */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < BREATH) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
