import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourAlone, complaintsOf, hidden, leastOf, nextRole, scoreOf, scored, shareOf, toWarn, type Part, type RiskRule } from './rules.ts'
import { shippedRules } from './shipped.data.ts'
import { factors } from './factors/index.ts'

const none = { red: null, orange: null, yellow: null, blue: null }
const rule = (rest: Partial<RiskRule> = {}): RiskRule => ({ id: 'r', name: '反复发生', factor: 'building.repeated', isOn: true, days: 90, from: 2, to: 6, scale: 'linear', weight: 40, thresholds: none, owner: '值班长', note: '', matters: [], groups: [], areas: [], ...rest })
const limits = { red: 80, orange: 60, yellow: 40, blue: 20 }

for (const [value, share] of [[1, 0], [2, 0], [3, 0.25], [6, 1], [60, 1]] as const) test(`between 2 and 6, ${value} is ${share} of the weight`, () => assert.equal(shareOf(rule(), value), share))
for (const [value, share] of [[5, 0], [6, 1], [7, 1]] as const) test(`from 6 on all, ${value} is ${share}`, () => assert.equal(shareOf(rule({ scale: 'step' }), value), share))

const thresholds = { ...none, red: 5, yellow: 3 }
for (const [value, colour] of [[2, null], [3, 'yellow'], [4.9, 'yellow'], [5, 'red']] as const) test(`three days yellow, five red: ${value} is ${colour}`, () => assert.equal(colourAlone(thresholds, value), colour))
test('nothing is asked for below what any rule says something of', () => assert.deepEqual([leastOf(rule()), leastOf(rule({ scale: 'step' })), leastOf(rule({ from: 9, to: 20, thresholds }))], [2, 6, 3]))

const part = (points: number, colour: Part['colour'] = null): Part => ({ rule: 'r', name: '', factor: '', value: 1, points, weight: 100, colour, records: [], count: 1 })
const cases: [Part[], number, string][] = [[[part(10)], 10, 'green'], [[part(10), part(10)], 20, 'blue'], [[part(39.9)], 39.9, 'blue'], [[part(70), part(70)], 100, 'red'], [[part(0, 'orange')], 0, 'orange'], [[part(85), part(0, 'yellow')], 85, 'red']]
for (const [parts, score, colour] of cases) test(`${parts.map((one) => one.points).join(' + ')} points are ${score} and ${colour}`, () => assert.deepEqual(scoreOf(parts, limits), { score, colour }))

test('what several rules say of one subject is added up, the most first; a rule for one community says nothing of another', () => {
  const row = (subject: string, area: string, value: number) => ({ subject, area, value, records: [], count: 1 })
  const told = scored([{ rule: rule({ id: 'a' }), rows: [row('x', '/1/', 3), row('y', '/2/', 2)] }, { rule: rule({ id: 'b', weight: 100, areas: ['/1/'] }), rows: [row('x', '/1/', 6), row('y', '/2/', 6)] }], { limits })
  assert.deepEqual(told.map(({ subject, score, parts }) => [subject, score, parts.map((one) => one.rule)]), [['x', 100, ['b', 'a']]])
})

const warnings: [string, Parameters<typeof toWarn>, string | undefined][] = [
  ['a colour somebody must act on', ['yellow', { hasDuty: true, open: null, closed: null }], 'new'],
  ['a colour nobody must act on', ['blue', { hasDuty: false, open: null, closed: null }], undefined],
  ['green', ['green', { hasDuty: true, open: null, closed: null }], undefined],
  ['the same while one waits', ['yellow', { hasDuty: true, open: 'yellow', closed: null }], undefined],
  ['worse while one waits', ['red', { hasDuty: true, open: 'yellow', closed: null }], 'raise'],
  ['better while one waits', ['yellow', { hasDuty: true, open: 'red', closed: null }], undefined],
  ['the same soon after it was seen to', ['orange', { hasDuty: true, open: null, closed: 'orange' }], undefined],
  ['worse soon after it was seen to', ['red', { hasDuty: true, open: null, closed: 'orange' }], 'new'],
]
for (const [words, asked, way] of warnings) test(`${words}: ${way ?? 'nothing'}`, () => assert.equal(toWarn(...asked), way))

test('a warning goes up to the shift leader, one of people no further than the secretary', () => assert.deepEqual([nextRole('gridWorker', 'building'), nextRole('secretary', 'building'), nextRole('socialWorker', 'person'), nextRole('secretary', 'person'), nextRole('shiftLeader', 'building')], ['socialWorker', 'shiftLeader', 'secretary', undefined, undefined]))

test('small numbers are not told, nor what gives one away', () => {
  assert.deepEqual([hidden([0, 0, 9]), hidden([3, 0, 9, 12]), hidden([3, 2, 9]), hidden([4]), hidden([])], [[0, 0, 9], [null, 0, null, 12], [null, null, 9], [null], []])
})

const known = { kindOf: (key: string) => { const factor = factors.get(key); return factor && { kind: factor.kind, hasDays: factor.days !== null } }, isMatter: () => true, isArea: () => true, isGroup: () => true, office: '/33/' }
test('what ships is in order, and whatever is wrong is told at its place', () => {
  const shipped = shippedRules.rules.map((one, at) => ({ ...one, id: String(at) }))
  assert.deepEqual(complaintsOf({ ...shippedRules, rules: shipped }, known), [])
  const wrong = (rest: Partial<RiskRule>) => complaintsOf({ ...shippedRules, rules: [rule(rest)] }, known).map(({ path }) => path)
  assert.deepEqual([wrong({ factor: 'building.nothing' }), wrong({ to: 2 }), wrong({ days: null }), wrong({ thresholds: { ...none, red: 3, blue: 4 } }), wrong({ areas: ['/44/'] })], [['rules.0.factor'], ['rules.0.to'], ['rules.0.days'], ['rules.0.thresholds'], ['rules.0.areas']])
  assert.deepEqual(complaintsOf({ rules: [rule()], kinds: [] }, known).map(({ path }) => path), ['kinds'])
  assert.deepEqual(complaintsOf({ rules: [], kinds: [{ ...shippedRules.kinds[0]!, limits: { ...limits, blue: 50 } }, ...shippedRules.kinds.slice(1)] }, known).map(({ path }) => path), ['kinds.0.limits'])
})
