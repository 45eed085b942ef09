import { expect, test } from 'vitest'
import { arranged, toHead } from './household.ts'
import type { Member } from './household.ts'

const family = (person: string, relative: string, role: string, until: string | null = null) => ({ kind: 'family', person: { id: person }, relative: { id: relative }, role, until })
const words = (code: string | null) => ({ 10: '配偶', 20: '子' } as Record<string, string>)[code ?? ''] ?? ''

const one = (person: string, kinship: string | null = null) => ({ person, kinship, isHead: person === 'h' })

test.each([
  [one('h', '20'), [], '户主'], [one('w'), [family('h', 'w', '10')], '配偶'], [one('w', '20'), [family('h', 'w', '10')], '配偶'], [one('s', '20'), [], '子'], [one('w'), [family('h', 'w', '10', '2020-01-01')], undefined], [one('w'), [family('h', 's', '20')], undefined],
  [one('w'), [family('h', 'w', '99')], '亲属'], [one('w'), [{ ...family('h', 'w', '10'), kind: 'landlord' }], undefined], [one('w', '02'), [], undefined],
])('%o is to the head by %o: %s', (member, relations, expected) => expect(toHead(member, { person: 'h', kinship: '02' }, relations, words)).toBe(expected))

test('what was written for another head says nothing of this one', () => expect([toHead(one('s', '20'), { person: 'h', kinship: '10' }, [], words), toHead(one('s', '20'), undefined, [], words)]).toEqual([undefined, undefined]))

const member = (person: string): Member => ({ residency: `r-${person}`, person, name: person, sex: null, age: null, phone: null, groups: [], kinship: null, role: '01', since: null, until: null, isHead: false })
const three = { members: ['a', 'b', 'c'].map(member), head: { id: 'a', name: 'a' } }

test.each([
  [{}, ['r-a', 'r-b', 'r-c'], 'a'], [{ without: ['r-b'] }, ['r-a', 'r-c'], 'a'], [{ without: ['r-a'] }, ['r-b', 'r-c'], null], [{ joined: ['r-d'] }, ['r-a', 'r-b', 'r-c', 'r-d'], 'a'], [{ without: ['r-a', 'r-b', 'r-c'] }, [], null],
])('after %o', (change, members, head) => expect(arranged(three, change)).toEqual({ members, head }))
