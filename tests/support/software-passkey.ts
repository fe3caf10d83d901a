import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

// A security key in software, as far as a registration without attestation and a sign-in need one (WebAuthn Level 2).

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: Buffer | string) => Buffer.from(data).toString('base64url')

export interface SoftwarePasskey {
  /** What a browser sends after `navigator.credentials.create`. */
  register(challenge: string): object
  /** What a browser sends after `navigator.credentials.get`. */
  authenticate(challenge: string): object
}

export interface PasskeyOptions {
  readonly origin: string
  /** False: the device only checks that somebody touches it, not who. */
  readonly verifies?: boolean
}

/** Makes a passkey of its own for one origin. */
export function softwarePasskey({ origin, verifies = true }: PasskeyOptions): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = base64url(credentialId)
  const relyingParty = sha256(new URL(origin).hostname)
  const flags = PRESENT | (verifies ? VERIFIED : 0)
  let counter = 0

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const count = () => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(++counter)
    return bytes
  }
  const envelope = (response: object) => ({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
    response,
  })

  return {
    register(challenge) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const authData = Buffer.concat([
        relyingParty,
        Buffer.from([flags | WITH_KEY]),
        count(),
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')),
      ])
      return envelope({
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
        attestationObject: base64url(attestation(authData)),
        transports: ['internal'],
      })
    },
    authenticate(challenge) {
      const clientDataJSON = clientData('webauthn.get', challenge)
      const authenticatorData = Buffer.concat([relyingParty, Buffer.from([flags]), count()])
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey)
      return envelope({
        clientDataJSON: base64url(clientDataJSON),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
      })
    },
  }
}

/** CBOR of { 1: 2, 3: -7, -1: 1, -2: x, -3: y }: an ES256 key. */
const coseKey = (x: Buffer, y: Buffer) =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    x,
    Buffer.from([0x22, 0x58, 0x20]),
    y,
  ])

/** CBOR of { fmt: "none", attStmt: {}, authData }. */
const attestation = (authData: Buffer) =>
  Buffer.concat([
    Buffer.from([0xa3]),
    cborText('fmt'),
    cborText('none'),
    cborText('attStmt'),
    Buffer.from([0xa0]),
    cborText('authData'),
    Buffer.from([0x58, authData.length]),
    authData,
  ])

const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
