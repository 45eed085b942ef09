import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Encrypts fields and makes them findable. `field` names the column, so that a value cannot be moved to another. */
export interface Crypto {
  /** Where the keys lie, for a thread that opens them for itself. */
  readonly file: string
  encrypt(value: string, field: string): Buffer
  decrypt(sealed: Buffer, field: string): string
  /** HMAC of the normalised value: equal values are found without being read. */
  index(value: string, field: string): Buffer
  /** HMAC-SHA-256 under a key of its own for each purpose (journal seals, the database role's password). */
  sign(data: Buffer | string, purpose: string): Buffer
  /** True where a value was sealed with a key that is no longer the current one. */
  isStale(sealed: Buffer): boolean
}

interface Keyring { current: string, index: string, keys: Record<string, string> }

/** AES-256-GCM (NIST SP 800-38D): version, key id, 96-bit nonce, 128-bit tag, ciphertext. */
const version = 1
const cipher = 'aes-256-gcm'

/** Random bytes made for many at once, each given out once: asking the system costs more than sealing. */
let [random, randomAt] = [randomBytes(0), 0]
export function fewRandom(size: number): Buffer {
  if (randomAt + size > random.length) [random, randomAt] = [randomBytes(4096), 0]
  return random.subarray(randomAt, randomAt += size)
}

export function openCrypto(file: string): Crypto {
  let ring = readKeyring(file)
  // Another server was started anew after a rotation, and its values are met before this one is.
  const lookAgain = (id: string) => (ring = readKeyring(file)).keys[id] ?? fail(`the key file has no key "${id}"`)
  // Making a key costs several times what sealing or signing with it does; the key of an id never changes.
  const [sealing, signing] = [new Map<string, KeyObject>(), new Map<string, KeyObject>()]
  const secret = (id: string) => {
    const key = sealing.get(id) ?? createSecretKey(Buffer.from(ring.keys[id] ?? lookAgain(id), 'base64'))
    sealing.set(id, key)
    return key
  }
  const sign = (data: Buffer | string, purpose: string) => {
    const key = signing.get(purpose) ?? createSecretKey(createHmac('sha256', Buffer.from(ring.index, 'base64')).update(purpose).digest())
    signing.set(purpose, key)
    // Bytes told as letters cost less than memory of their own for 32 of them: 2.1 µs instead of 3.
    return Buffer.from(createHmac('sha256', key).update(data).digest('binary'), 'latin1')
  }
  return {
    file,
    encrypt(value, field) {
      const [head, nonce] = [Buffer.from(String.fromCharCode(version, ring.current.length) + ring.current, 'latin1'), fewRandom(12)]
      const run = createCipheriv(cipher, secret(ring.current), nonce).setAAD(Buffer.from(field))
      // GCM leaves nothing over: the end only makes the tag.
      const [body] = [run.update(value, 'utf8'), run.final()]
      return Buffer.concat([head, nonce, run.getAuthTag(), body])
    },
    decrypt(sealed, field) {
      const { id, nonce, tag, body } = parts(sealed)
      const run = createDecipheriv(cipher, secret(id), nonce).setAAD(Buffer.from(field)).setAuthTag(tag)
      return Buffer.concat([run.update(body), run.final()]).toString('utf8')
    },
    index: (value, field) => sign(value, `index:${field}`),
    sign,
    isStale: (sealed) => parts(sealed).id !== ring.current,
  }
}

/** Adds a key and makes it the one new values are sealed with; old values stay readable. */
export function rotateKey(file: string): string {
  const ring = readKeyring(file)
  const id = `k${Object.keys(ring.keys).length + 1}`
  writeKeyring(file, { ...ring, current: id, keys: { ...ring.keys, [id]: randomBytes(32).toString('base64') } })
  return id
}

function parts(sealed: Buffer) {
  if (sealed[0] !== version) fail(`unknown form of a sealed value: ${sealed[0]}`)
  const at = 2 + (sealed[1] ?? 0)
  return { id: sealed.subarray(2, at).toString(), nonce: sealed.subarray(at, at + 12), tag: sealed.subarray(at + 12, at + 28), body: sealed.subarray(at + 28) }
}

function readKeyring(file: string): Keyring {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeKeyring(file, { current: 'k1', index: randomBytes(32).toString('base64'), keys: { k1: randomBytes(32).toString('base64') } })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Keyring
}

function writeKeyring(file: string, ring: Keyring): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function fail(why: string): never {
  throw new Error(why)
}
