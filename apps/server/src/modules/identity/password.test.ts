import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { hashPassword, isPassword } from './password.ts'

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

test('a password is known by its hash, which differs each time', async () => {
  const hash = await hashPassword('临河-Linhe-2026')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.notEqual(hash, await hashPassword('临河-Linhe-2026'))
  assert.equal(await isPassword('临河-Linhe-2026', hash), true)
  assert.equal(await isPassword('临河-Linhe-2027', hash), false)
})

test('full-width and half-width writing is the same password', async () => {
  assert.equal(await isPassword('Ｌｉｎｈｅ-2026', await hashPassword('Linhe-2026')), true)
})

test('without a hash every password is wrong', async () => {
  assert.equal(await isPassword('', null), false)
  assert.equal(await isPassword('Linhe-2026', null), false)
})

test('a hash made with other costs is still understood', async () => {
  const nonce = Buffer.alloc(16, 2)
  const tag = argon2Sync('argon2id', { message: 'Linhe-2026', nonce, memory: 256, passes: 1, parallelism: 2, tagLength: 16 })
  assert.equal(await isPassword('Linhe-2026', `$argon2id$v=19$m=256,t=1,p=2$${plain(nonce)}$${plain(tag)}`), true)
})

test('what is no hash is a fault and not a wrong password', async () => {
  await assert.rejects(isPassword('Linhe-2026', 'Linhe-2026'), /not a hash/)
})
