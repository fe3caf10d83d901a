import { createCipheriv, createHmac, hash, randomBytes } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import { compoundFile } from './compound-file.ts'

// A workbook that opens with a password only, as Excel itself writes one ([MS-OFFCRYPTO] 2.3.4.10, agile encryption:
// AES-256, SHA-512), so that whoever gets it needs no other program than the one they read lists with.

/** Shorter ones are found by trying. */
export const LEAST_PASSWORD = 10

/** How often the password is hashed; what Excel takes. */
const SPINS = 100_000
/** After so many, everybody else gets their turn. */
const AT_A_TIME = 2_000
const SEGMENT = 4096
const BLOCK = 16
const KEY = 32

/** What a key or a start value is for; two purposes never share one. */
const FOR = {
  verifierInput: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  key: '146e0be7abacd0d6',
  hmacKey: '5fb2ad010cb9e1f6',
  hmacValue: 'a0677f02b22c8433',
} as const

const sha512 = (...parts: Buffer[]): Buffer => hash('sha512', Buffer.concat(parts), 'buffer')

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function encrypted(key: Buffer, start: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, start.subarray(0, BLOCK)).setAutoPadding(false)
  const whole = Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])
  return Buffer.concat([cipher.update(whole), cipher.final()])
}

async function hashed(password: string, salt: Buffer): Promise<Buffer> {
  let value = sha512(salt, Buffer.from(password, 'utf16le'))
  for (let spin = 0; spin < SPINS; spin++) {
    if (spin % AT_A_TIME === 0) await others()
    value = sha512(number(spin), value)
  }
  return value
}

/** The workbook under a password; without it nobody reads it, whoever made it neither. */
export async function protectedWorkbook(workbook: Buffer, password: string): Promise<Buffer> {
  const [salt, passwordSalt, key, hmacKey, verifier] = [BLOCK, BLOCK, KEY, 64, BLOCK].map((length) =>
    randomBytes(length),
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer]
  const fromPassword = await hashed(password, passwordSalt)
  const under = (purpose: keyof typeof FOR, bytes: Buffer): string =>
    encrypted(
      sha512(fromPassword, Buffer.from(FOR[purpose], 'hex')).subarray(0, KEY),
      passwordSalt,
      bytes,
    ).toString('base64')
  const beside = (purpose: keyof typeof FOR, bytes: Buffer): string =>
    encrypted(key, sha512(salt, Buffer.from(FOR[purpose], 'hex')), bytes).toString('base64')

  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(workbook.length))
  const segments = Array.from({ length: Math.ceil(workbook.length / SEGMENT) }, (_, n) =>
    encrypted(key, sha512(salt, number(n)), workbook.subarray(n * SEGMENT, (n + 1) * SEGMENT)),
  )
  const secret = Buffer.concat([size, ...segments])
  const kind =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"'
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">',
    `<keyData ${kind} saltValue="${salt.toString('base64')}"/>`,
    `<dataIntegrity encryptedHmacKey="${beside('hmacKey', hmacKey)}" encryptedHmacValue="${beside('hmacValue', createHmac('sha512', hmacKey).update(secret).digest())}"/>`,
    '<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">',
    `<p:encryptedKey spinCount="${SPINS}" ${kind} saltValue="${passwordSalt.toString('base64')}"`,
    ` encryptedVerifierHashInput="${under('verifierInput', verifier)}"`,
    ` encryptedVerifierHashValue="${under('verifierHash', sha512(verifier))}"`,
    ` encryptedKeyValue="${under('key', key)}"/>`,
    '</keyEncryptor></keyEncryptors></encryption>',
  ].join('')
  // Version 4.4, agile.
  const info = Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml, 'utf8')])
  return compoundFile([
    { name: 'EncryptionInfo', bytes: info },
    { name: 'EncryptedPackage', bytes: secret },
  ])
}
