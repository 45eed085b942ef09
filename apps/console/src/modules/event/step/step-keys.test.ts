import { eventStep } from '@linli/contract/words/index'
import type { EventStep } from '@linli/contract/words/index'
import { expect, test } from 'vitest'
import life from '../../../../../server/src/modules/event/LIFE.md?raw'
import { stepKeys } from './step-keys.ts'

/** As it is drawn: every arrow's steps, where they start. A group's arrows start in each of its states. */
const arrows = [...life.matchAll(/^ +(\w+) --> \w+: (.+)$/gm)].map(([, from, steps]) => ({ from: from!, steps: steps!.split(', ') as EventStep[] }))
const groups: Record<string, string[]> = {
  early: ['reported', 'needInfo', 'verifying', 'accepted', 'filed'], withUnit: ['dispatched', 'handling', 'needDetail', 'suspended'],
  open: ['reported', 'needInfo', 'verifying', 'accepted', 'filed', 'dispatched', 'handling', 'needDetail', 'suspended', 'split', 'transferred', 'feedback', 'checked', 'revisited'],
}
const stepsIn = (status: string) => [...new Set(arrows.filter(({ from }) => from === status || groups[from]?.includes(status)).flatMap(({ steps }) => steps))]
/** One of the two is offered, by whether one may cancel; and one application waits at a time. */
const apart = [['cancel', 'askCancel'], ['approveExtension', 'approveSuspension']]
const states = [...new Set(arrows.flatMap(({ from }) => groups[from] ?? [from]))]

test('the diagram is read', () => expect(states.length).toBeGreaterThan(14))

test.each(states)('no two steps that may be offered together in %s have the same letter', (status) => {
  const steps = stepsIn(status).filter((step) => stepKeys[step])
  const clashes = steps.flatMap((one, at) => steps.slice(at + 1).filter((other) => stepKeys[one] === stepKeys[other] && !apart.some((pair) => pair.includes(one) && pair.includes(other))).map((other) => `${one} ${other} ${stepKeys[one]}`))
  expect(clashes).toEqual([])
})

test('every step that staff take has a letter, and none is the page\'s own', () => {
  const itself = ['join', 'closeAlong', 'beginPart', 'joinParts', 'unsplit', 'rate', 'reopen']
  expect(Object.keys(eventStep).filter((step) => !stepKeys[step as EventStep])).toEqual(itself)
  expect(Object.values(stepKeys).filter((key) => !/^[a-ilmo-z]$/.test(key))).toEqual([])
})
