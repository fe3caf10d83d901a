import { askAuth, type AuthAnswer } from './auth-api.ts'

/** What became of a ceremony: an answer, or why the device gave none. */
export type PasskeyOutcome =
  | { kind: 'answered'; answer: AuthAnswer }
  | { kind: 'stopped' | 'missing' | 'already' }

/** Whether this browser can use passkeys at all. */
const canUsePasskeys = (): boolean => 'PublicKeyCredential' in window

/** Signs in with a passkey of this device or of one nearby. */
export async function signInWithPasskey(): Promise<PasskeyOutcome> {
  return ceremony('/passkey/generate-authenticate-options', async (options) => {
    const credential = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: options.allowCredentials?.map(described),
        // A passkey replaces password and code only if the device asks who is there.
        userVerification: 'required',
      },
    })
    return credential && askAuth('/passkey/verify-authentication', { response: assertion(credential) })
  })
}

/** Makes a passkey of this device for the person who is signed in. */
export async function addPasskey(name: string): Promise<PasskeyOutcome> {
  return ceremony('/passkey/generate-register-options', async (options) => {
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: options.excludeCredentials?.map(described),
      },
    })
    return credential && askAuth('/passkey/verify-registration', { response: attestation(credential), name })
  })
}

interface Described {
  id: string
  type: 'public-key'
  transports?: AuthenticatorTransport[]
}

/** The options as JSON carries them: bytes as base64url. */
interface Options extends Omit<
  PublicKeyCredentialCreationOptions,
  'challenge' | 'user' | 'excludeCredentials'
> {
  challenge: string
  user: { id: string; name: string; displayName: string }
  excludeCredentials?: Described[]
  allowCredentials?: Described[]
}

async function ceremony(
  path: string,
  ask: (options: Options) => Promise<AuthAnswer>,
): Promise<PasskeyOutcome> {
  if (!canUsePasskeys()) return { kind: 'missing' }
  const prepared = await askAuth(path)
  if (!prepared?.ok) return { kind: 'answered', answer: prepared }
  try {
    const answer = await ask(prepared.data as unknown as Options)
    return { kind: 'answered', answer }
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'InvalidStateError') return { kind: 'already' }
    if (name === 'NotAllowedError' || name === 'AbortError') return { kind: 'stopped' }
    return { kind: 'missing' }
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const described = ({ id, type, transports }: Described): PublicKeyCredentialDescriptor => ({
  id: bytes(id),
  type,
  ...(transports && { transports }),
})

const envelope = (credential: Credential, response: object) => ({
  id: credential.id,
  rawId: text((credential as PublicKeyCredential).rawId),
  type: credential.type,
  clientExtensionResults: (credential as PublicKeyCredential).getClientExtensionResults(),
  response,
})

function assertion(credential: Credential) {
  const { clientDataJSON, authenticatorData, signature, userHandle } = (credential as PublicKeyCredential)
    .response as AuthenticatorAssertionResponse
  return envelope(credential, {
    clientDataJSON: text(clientDataJSON),
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    ...(userHandle && { userHandle: text(userHandle) }),
  })
}

function attestation(credential: Credential) {
  const response = (credential as PublicKeyCredential).response as AuthenticatorAttestationResponse
  return envelope(credential, {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports(),
  })
}
