import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rolePermissions, type Role } from '@linli/contract'
import { inOrder, isMixed, isPeriod, lostPower } from './rules.ts'

const held: [string, string[], boolean][] = [
  ['nothing', [], false],
  ['an ordinary post', ['event.view', 'event.close'], false],
  ['accounts and jobs, both of the system administrator', ['account.manage', 'system.manage'], false],
  ['accounts and roles', ['account.manage', 'role.manage'], true],
  ['jobs and roles', ['system.manage', 'role.manage'], true],
  ['roles and the audit', ['role.manage', 'audit.view'], true],
  ['accounts and the audit', ['account.manage', 'audit.view'], true],
  ['the audit beside an ordinary post', ['event.view', 'audit.view', 'account.view'], false],
]
for (const [what, permissions, isRefused] of held) test(`${what}: ${isRefused ? 'in different hands' : 'in one hand'}`, () => assert.equal(isMixed(permissions), isRefused))

test('no role of a new installation mixes what must be apart, and any two administrators do', () => {
  for (const [role, permissions] of Object.entries(rolePermissions)) assert.equal(isMixed(permissions), false, role)
  const [system, security, audit] = (['systemAdmin', 'securityAdmin', 'auditAdmin'] as Role[]).map((role) => rolePermissions[role])
  for (const pair of [[system, security], [system, audit], [security, audit]]) assert.equal(isMixed(pair.flatMap((one) => one!)), true)
})

test('an administrator’s own power cannot be taken away', () => {
  assert.deepEqual([lostPower('securityAdmin', ['account.view']), lostPower('securityAdmin', ['role.manage']), lostPower('auditAdmin', []), lostPower('leader', [])], ['role.manage', undefined, 'audit.view', undefined])
})

test('roles come in the order of the words, the office’s own at the end', () => {
  assert.deepEqual(inOrder([{ code: 'volunteer' }, { code: 'auditAdmin' }, { code: 'leader' }, { code: 'courier' }]).map(({ code }) => code), ['leader', 'auditAdmin', 'courier', 'volunteer'])
})

const now = new Date('2026-03-02T09:00:00+08:00')
const [earlier, later, latest] = ['2026-03-01T09:00:00+08:00', '2026-03-03T09:00:00+08:00', '2026-03-04T09:00:00+08:00'].map((text) => new Date(text))
const periods: [string, Date, Date | null, boolean][] = [
  ['from now on', now, null, true], ['from now until later', now, later!, true], ['from later until after it', later!, latest!, true],
  ['from later until before it', latest!, later!, false], ['over already', earlier!, now, false], ['no time at all', later!, later!, false],
]
for (const [what, from, until, isGood] of periods) test(`a period ${what}: ${isGood}`, () => assert.equal(isPeriod(from, until, now), isGood))
