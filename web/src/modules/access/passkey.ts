import { api, type Answered } from '@/api'

type Options = Answered<'/api/me/security/passkey-options'>

/** Only where the browser has them, on a secure page with a name. */
export function passkeysWork(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    globalThis.isSecureContext &&
    !/^[\d.]+$|:/.test(location.hostname)
  )
}

export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}

export function toText(bytes: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function answer(credential: PublicKeyCredential, response: Record<string, string>): string {
  const id = toText(credential.rawId)
  const { type } = credential
  return JSON.stringify({ id, rawId: id, type, response, clientExtensionResults: {} })
}

/** Somebody who changed her mind has answered too. */
async function unlessGivenUp<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** A new passkey, as the server wants to hear of it. */
export function makePasskey(options: Options): Promise<string | undefined> {
  return unlessGivenUp(async () => {
    const made = (await navigator.credentials.create({
      publicKey: {
        challenge: toBytes(options.challenge),
        rp: { id: options.host, name: options.hostName },
        user: {
          id: toBytes(options.user),
          name: options.userName,
          displayName: options.userName,
        },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: options.known.map((id) => ({ type: 'public-key', id: toBytes(id) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      },
    })) as PublicKeyCredential
    const response = made.response as AuthenticatorAttestationResponse
    return answer(made, {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
    })
  })
}

/** What a passkey of whoever sits here answers. */
export async function askPasskey(): Promise<string | undefined> {
  const asked = await api.post('/api/session/passkey-challenge')
  return unlessGivenUp(async () => {
    const found = (await navigator.credentials.get({
      publicKey: {
        challenge: toBytes(asked.challenge),
        rpId: asked.host,
        userVerification: 'required',
      },
    })) as PublicKeyCredential
    const response = found.response as AuthenticatorAssertionResponse
    return answer(found, {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      ...(response.userHandle ? { userHandle: toText(response.userHandle) } : {}),
    })
  })
}
