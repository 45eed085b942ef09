import { expect, test } from 'vitest'
import { openAddress, recordAddress, warningAddress, whyAddress } from './risk-view.ts'

test('what makes a score is opened where it lies, people where they may be seen', () => {
  expect([whyAddress({ kind: 'building', id: '/33/1/' }), warningAddress({ kind: 'grid', id: 'x' }), warningAddress({ kind: 'household', id: 'x' })]).toEqual(['/risk/subject?kind=building&id=%2F33%2F1%2F', '/risk/warning/x', '/risk/care-warning/x'])
  expect([recordAddress({ kind: 'grid', id: '/33/' }), recordAddress({ kind: 'person', id: 'p' }), openAddress({ kind: 'event', id: 'e' }), openAddress({ kind: 'unknown', id: 'e' })]).toEqual([undefined, '/person/p', '/event/e', undefined])
})
