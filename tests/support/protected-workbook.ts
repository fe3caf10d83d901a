import { createDecipheriv, createHash, createHmac } from 'node:crypto'

// Opens a workbook that has a password, read from [MS-CFB] and [MS-OFFCRYPTO] and not from what writes it.

export const isProtected = (file: Buffer): boolean =>
  file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'

/** Streams of a compound file by name; small ones lie in the stream of the root. */
function streamsOf(file: Buffer): ReadonlyMap<string, Buffer> {
  const sector = (n: number) => file.subarray((n + 1) * 512, (n + 2) * 512)
  const tables = Array.from({ length: file.readUInt32LE(44) }, (_, n) =>
    sector(file.readUInt32LE(76 + 4 * n)),
  )
  const next = Buffer.concat(tables)
  const follow = (from: number, table: Buffer, piece: (n: number) => Buffer): Buffer => {
    const pieces: Buffer[] = []
    for (let n = from; n < 0xfffffffa; n = table.readUInt32LE(n * 4)) pieces.push(piece(n))
    return Buffer.concat(pieces)
  }
  const directory = follow(file.readUInt32LE(48), next, sector)
  const small = follow(file.readUInt32LE(60), next, sector)
  const inRoot = follow(directory.readUInt32LE(116), next, sector)
  const found = new Map<string, Buffer>()
  for (let at = 128; at < directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64)
    if (length === 0) continue
    const [start, size] = [directory.readUInt32LE(at + 116), directory.readUInt32LE(at + 120)]
    const whole =
      size < 4096
        ? follow(start, small, (n) => inRoot.subarray(n * 64, (n + 1) * 64))
        : follow(start, next, sector)
    found.set(directory.toString('utf16le', at, at + length - 2), whole.subarray(0, size))
  }
  return found
}

const sha512 = (...parts: Buffer[]) => createHash('sha512').update(Buffer.concat(parts)).digest()
const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
const opened = (key: Buffer, start: Buffer, bytes: Buffer) => {
  const cipher = createDecipheriv('aes-256-cbc', key, start.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

/** The workbook in it; a wrong password and a changed file throw. */
export function openedWorkbook(file: Buffer, password: string): Buffer {
  const streams = streamsOf(file)
  const info = streams.get('EncryptionInfo')?.toString('utf8', 8) ?? ''
  const secret = streams.get('EncryptedPackage') ?? Buffer.alloc(0)
  const said = (element: string, name: string) =>
    Buffer.from(new RegExp(`<${element} [^>]*\\b${name}="([^"]*)"`).exec(info)?.[1] ?? '', 'base64')
  const own = (name: string) => said('p:encryptedKey', name)
  let hashed = sha512(own('saltValue'), Buffer.from(password, 'utf16le'))
  const spins = Number(/spinCount="(\d+)"/.exec(info)?.[1])
  for (let spin = 0; spin < spins; spin++) hashed = sha512(number(spin), hashed)
  const mine = (block: string, bytes: Buffer) =>
    opened(sha512(hashed, Buffer.from(block, 'hex')).subarray(0, 32), own('saltValue'), bytes)
  const verifier = mine('fea7d2763b4b9e79', own('encryptedVerifierHashInput'))
  if (!sha512(verifier).equals(mine('d7aa0f6d3061344e', own('encryptedVerifierHashValue'))))
    throw new Error('the password is wrong')
  const key = mine('146e0be7abacd0d6', own('encryptedKeyValue'))
  const salt = said('keyData', 'saltValue')
  const beside = (block: string, name: string) =>
    opened(key, sha512(salt, Buffer.from(block, 'hex')), said('dataIntegrity', name))
  const sum = createHmac('sha512', beside('5fb2ad010cb9e1f6', 'encryptedHmacKey')).update(secret).digest()
  if (!sum.equals(beside('a0677f02b22c8433', 'encryptedHmacValue'))) throw new Error('the file was changed')
  const pieces: Buffer[] = []
  for (let n = 0; 8 + n * 4096 < secret.length; n++)
    pieces.push(opened(key, sha512(salt, number(n)), secret.subarray(8 + n * 4096, 8 + (n + 1) * 4096)))
  return Buffer.concat(pieces).subarray(0, Number(secret.readBigUInt64LE(0)))
}
