import { expect, test } from 'vitest'
import { changesOf, isHeld, toggled } from './role-change.ts'

const leader = { code: 'leader', permissions: ['event.view' as const] }
const steward = { code: 'steward', permissions: ['event.report' as const] }

test('a tick turned over twice is as before', () => {
  const once = toggled({}, 'leader', 'event.close')
  expect(isHeld(leader, once, 'event.close')).toBe(true)
  expect(changesOf([leader, steward], toggled(once, 'leader', 'event.close'))).toEqual([])
})

test('saving sends whole lists and says what is added and taken away', () => {
  const staged = toggled(toggled({}, 'leader', 'event.close'), 'leader', 'event.view')
  expect(changesOf([leader, steward], staged)).toEqual([{ code: 'leader', permissions: ['event.close'], added: ['event.close'], removed: ['event.view'] }])
})
