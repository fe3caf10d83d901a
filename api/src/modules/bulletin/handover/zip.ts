import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** One file of a package: text is packed, what is packed already goes as it is. */
export interface PackedFile {
  readonly name: string
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
  readonly packedAlready?: true
}

const NOTHING = new Uint8Array(0)

/** A ZIP archive, written while its files are read: no more than a piece of one file is kept at a time. */
export async function* zipped(files: AsyncIterable<PackedFile>, madeAt: Date): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else ready.push(Buffer.from(chunk))
  })
  function* written(): Generator<Buffer> {
    if (failure) throw failure
    yield* ready.splice(0)
  }
  for await (const { name, content, packedAlready } of files) {
    const file = packedAlready ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    file.mtime = madeAt
    zip.add(file)
    for await (const piece of content) {
      // Bytes are copied: the archive hands them on as they are, and whoever read them may use them again.
      file.push(typeof piece === 'string' ? strToU8(piece) : Uint8Array.from(piece))
      yield* written()
    }
    file.push(NOTHING, true)
    yield* written()
  }
  zip.end()
  yield* written()
}
