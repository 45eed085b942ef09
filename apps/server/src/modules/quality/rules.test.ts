import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { countedIn, flawsOf, housingFlawsOf, type HousingState, type Living, type PersonState } from './rules.ts'

const today = '2026-03-02'
const [home, next] = ['/33/99/01/091/001/001/b0001/', '/33/99/01/091/002/001/b0001/']
const living: Living = { area: home, role: '03', hasHousing: true, leaseUntil: null }
const well: PersonState = { area: home, standing: 'present', certificate: '111', number: makeIdentityNumber('339901', '1990-01-01', 1), phone: '13900000001', checkedOn: '2026-01-01', leavesOn: null, living: [living], alsoIn: [] }

for (const [told, change, expected] of [
  ['everything known', {}, []], ['only the building is known', { living: [{ ...living, hasHousing: false }] }, ['noHousing']], ['no number', { number: null }, ['noNumber']], ['a number with a wrong digit', { number: '339901199001010011' }, ['wrongNumber']],
  ['a passport', { certificate: '414', number: 'E1234567' }, []], ['a phone one digit short', { phone: '1390000000' }, ['wrongPhone']], ['no phone', { phone: null }, []], ['looked over a year ago to the day', { checkedOn: '2025-03-02' }, []], ['a day longer ago', { checkedOn: '2025-03-01' }, ['stale']],
  ['who meant to leave yesterday', { leavesOn: '2026-03-01' }, ['gone']], ['who leaves today', { leavesOn: '2026-03-02' }, []], ['whose lease has ended', { living: [{ ...living, leaseUntil: '2026-02-28' }] }, ['gone']],
  ['who owns the home that is let', { living: [{ ...living, role: '01', leaseUntil: '2026-02-28' }] }, []], ['who has another home besides', { living: [{ ...living, leaseUntil: '2026-02-28' }, living] }, []], ['who has left', { standing: 'left', number: null }, []],
] as [string, Partial<PersonState>, string[]][]) test(`${told}: ${expected.join(', ') || 'nothing wrong'}`, () => assert.deepEqual(flawsOf({ ...well, ...change }, today).map(({ kind }) => kind), expected))

test('living in two communities is told to each with the name of the other; owning a home there is not living there', () => {
  assert.deepEqual(flawsOf({ ...well, living: [living, { ...living, area: next }] }, today), [{ kind: 'claimed', area: home, elsewhere: '/33/99/01/091/002/' }, { kind: 'claimed', area: next, elsewhere: '/33/99/01/091/001/' }])
  assert.deepEqual(flawsOf({ ...well, living: [living, { ...living, area: next, role: '01' }] }, today), [])
  assert.deepEqual(flawsOf({ ...well, alsoIn: ['/33/99/01/091/003/'] }, today), [{ kind: 'claimed', area: home, elsewhere: '/33/99/01/091/003/' }])
})

const unit: HousingState = { area: home, use: '01', state: null, isEnded: false, people: 0 }
for (const [told, change, expected] of [['nobody lives there', {}, 1], ['somebody does', { people: 1 }, 0], ['it is known to be empty', { state: '04' }, 0], ['a shop', { use: '02' }, 0], ['it is gone', { isEnded: true }, 0], ['nobody knows what it is', { use: null }, 1]] as [string, Partial<HousingState>, number][]) {
  test(`a unit where ${told}`, () => assert.equal(housingFlawsOf({ ...unit, ...change }).length, expected))
}

test('counted in the grid, or in the community', () => assert.deepEqual([countedIn(home), countedIn('/33/99/01/091/002/')], ['/33/99/01/091/001/001/', '/33/99/01/091/002/']))
