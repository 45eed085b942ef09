import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rolePermissions, roleSide, type GovernanceStatus, type GovernanceStep, type Role } from '@linli/contract'
import { changeOf, isBack, windowsOf } from './effect-rules.ts'
import { commonMatter, covers, isOf, reachOf } from './place-rules.ts'
import * as rules from './rules.ts'

const as = (role: Role, extra: Partial<rules.Who> = {}): rules.Who => ({ side: roleSide[role], unit: null, may: (permission) => rolePermissions[role].includes(permission), ...extra })
const what = (status: GovernanceStatus, extra: Partial<rules.What> = {}): rules.What => ({ status, unit: 'u', unitKind: 'department', isOver: false, isBack: false, ...extra })

test('the diagram in README.md and the table of moves are the same life', () => {
  const [, diagram = ''] = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8').split('```mermaid')
  const drawn = [...diagram.split('```')[0]!.matchAll(/^\s*(\S+) --> (\S+): (.+)$/gm)].flatMap(([, from, to, steps]) => steps!.split(', ').flatMap((step) => (from === 'open' ? rules.open : [from]).map((one) => `${one} ${step} ${to === 'open' ? one : to}`)))
  const moves = Object.entries(rules.moves) as [GovernanceStep, (typeof rules.moves)[GovernanceStep]][]
  const written = moves.flatMap(([step, { from, to }]) => (step === 'found' ? ['[*] found founded'] : from.map((status) => `${status} ${step} ${to === 'same' ? status : to}`)))
  assert.ok(written.length > 20)
  assert.deepEqual(drawn.toSorted(), written.toSorted())
})

test('who may do what, state by state', () => {
  const handler = as('handler', { unit: 'u' })
  const table: [rules.What, rules.Who, GovernanceStep[]][] = [
    [what('founded', { unit: null, unitKind: null }), as('leader'), ['plan', 'addEvents', 'removeEvent', 'cancel']],
    [what('founded', { unit: null, unitKind: null }), handler, []],
    [what('planned'), as('dispatcher'), ['begin', 'replan', 'addEvents', 'removeEvent', 'cancel']],
    [what('planned'), handler, ['begin']],
    [what('planned', { unit: 'v' }), handler, []],
    [what('planned'), as('socialWorker'), []],
    [what('planned', { unitKind: 'community' }), as('socialWorker'), ['begin']],
    [what('underWay'), handler, ['progress', 'finish']],
    [what('underWay'), as('acceptor'), []],
    [what('done'), as('shiftLeader'), ['watch', 'redo', 'addEvents', 'removeEvent']],
    [what('done'), handler, []],
    [what('watched'), as('secretary'), ['redo', 'addEvents', 'removeEvent']],
    [what('watched', { isOver: true }), as('secretary'), ['close', 'redo', 'addEvents', 'removeEvent']],
    [what('closed'), as('leader'), []],
    [what('closed', { isBack: true }), as('leader'), ['reopen']],
    [what('closed', { isBack: true }), handler, []],
    [what('cancelled', { isBack: true }), as('leader'), []],
  ]
  for (const [item, who, steps] of table) assert.deepEqual(rules.stepsFor(who, item), steps, `${item.status} ${steps.join()}`)
})

const grid = '/33/99/01/008/005/012/'
const placed = (area: string, spot = area, matter = 'A') => ({ area, spot, matter })

test('how far the events of an item reach', () => {
  assert.deepEqual(reachOf([placed(grid, 's'), placed(grid, 's')]), { reach: 'spot', area: grid, spot: 's' })
  assert.deepEqual(reachOf([placed(grid, 's'), placed(grid, 's')], 'grid'), { reach: 'grid', area: grid, spot: grid })
  assert.deepEqual(reachOf([placed(`${grid}b0001/`), placed(`${grid}b0002/`)]), { reach: 'grid', area: grid, spot: grid })
  assert.deepEqual(reachOf([placed(grid, 's'), placed('/33/99/01/008/005/013/', 't')]), { reach: 'community', area: '/33/99/01/008/005/', spot: '/33/99/01/008/005/' })
  assert.equal(reachOf([placed(grid, 's'), placed('/33/99/01/008/006/001/', 't')]), undefined)
  assert.equal(reachOf([placed('/33/99/01/008/005/', 's'), placed('/33/99/01/008/005/', 't')], 'grid')?.reach, 'community')
})

test('an event is of an item, and an item stands for a place', () => {
  const [spot, community] = [{ area: grid, matter: 'A', reach: 'spot', spot: 's' }, { area: '/33/99/01/008/005/', matter: 'A', reach: 'community', spot: '/33/99/01/008/005/' }]
  assert.deepEqual([isOf(spot, placed(grid, 's')), isOf(spot, placed(grid, 't')), isOf(spot, placed(grid, 's', 'B')), isOf(community, placed(grid, 't')), isOf(community, placed('/33/99/01/008/0051/', 't'))], [true, false, false, true, false])
  assert.deepEqual([covers(spot, spot), covers(community, spot), covers(spot, community), covers(community, { ...spot, matter: 'B' })], [true, true, false, false])
  assert.equal(commonMatter([{ matter: 'B' }, { matter: 'A' }, { matter: 'A' }, { matter: 'B' }]), 'B')
})

test('before and after are as long, and the share they fell by', () => {
  const day = (text: string) => new Date(`2026-${text}T00:00:00+08:00`)
  assert.deepEqual(windowsOf({ foundedAt: day('03-11'), doneAt: day('04-01'), days: 10 }), { before: { from: day('03-01'), until: day('03-11') }, after: { from: day('04-01'), until: day('04-11') } })
  assert.deepEqual([changeOf(8, 2), changeOf(2, 3), changeOf(0, 3), changeOf(4, 0)], [0.75, -0.5, null, 1])
  assert.deepEqual([isBack('spot', 9, 0), isBack('spot', 9, 1), isBack('grid', 2, 2), isBack('grid', 2, 3), isBack('community', 20, 9), isBack('community', 20, 10)], [false, true, false, true, false, true])
})
