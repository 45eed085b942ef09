import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

const run = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane; salt and tag by RFC 9106 §4 (128 and 256 bits). */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagBytes = 32

/** Hash of a password in the PHC string form `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(plain: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const tag = await run('argon2id', { message: normal(plain), nonce: salt, tagLength: tagBytes, ...cost })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${text(salt)}$${text(tag)}`
}

/**
 * Is this the password of the hash? Takes as long for null (no such name, no password) as for a wrong password,
 * so that the time of an answer does not tell which names exist.
 */
export async function isPassword(plain: string, hash: string | null): Promise<boolean> {
  const { salt, tag, ...given } = parts(hash ?? await decoy())
  const tried = await run('argon2id', { message: normal(plain), nonce: salt, tagLength: tag.length, ...given })
  return timingSafeEqual(tried, tag) && hash !== null
}

/** NIST SP 800-63B §5.1.1.2: one normal form, so that the same characters typed on another keyboard are the same password. */
const normal = (plain: string) => plain.normalize('NFKC')

let kept: Promise<string> | undefined
const decoy = () => kept ??= hashPassword(randomBytes(saltBytes).toString('base64'))

const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

function parts(hash: string) {
  const [, memory, passes, parallelism, salt = '', tag = ''] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash) ?? []
  if (!memory) throw new Error('not a hash of a password')
  return { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') }
}
