import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAtDoor, together, type Door } from './rules.ts'

const door = (entrance: string, room: string, rest: Partial<Door> = {}): Door => ({ entrance, room, part: '', isOnlyRoom: false, ...rest })

const told: [string, Door, boolean][] = [
  ['文澜苑3幢2单元501室', door('2', '501'), true],
  ['文澜苑3幢2单元501室门口', door('2', '501'), true],
  ['文澜苑３幢二单元５０１', door('2', '501'), true],
  ['3-2-501', door('2', '501'), true],
  ['2-501', door('2', '501'), true],
  ['2单元501', door('2', '501'), true],
  ['文澜苑3幢1单元501室', door('2', '501'), false],
  ['文澜苑3幢2单元502室', door('2', '501'), false],
  // Which entrance, nobody said: it is the door only where no other has that room.
  ['文澜苑3幢501室', door('2', '501'), false],
  ['文澜苑3幢501室', door('2', '501', { isOnlyRoom: true }), true],
  ['文澜苑3幢501室', door('', '501', { isOnlyRoom: true }), true],
  ['文澜苑3幢2单元楼道', door('2', '501'), false],
  ['示范桥社区 第3网格 3幢', door('2', '501'), false],
  ['文澜苑3幢2单元501室-1', door('2', '501', { part: '1' }), true],
  ['文澜苑3幢2单元501室-2', door('2', '501', { part: '1' }), false],
  ['', door('2', '501'), false],
]
for (const [words, one, is] of told) test(`${words || 'nothing said'} is ${is ? '' : 'not '}${one.entrance}-${one.room}${one.part}`, () => assert.equal(isAtDoor(words, one), is))

test('what was come by in two ways stands once, the newest first', () => {
  const [early, late] = [new Date('2026-01-01'), new Date('2026-02-01')]
  assert.deepEqual(together([{ id: 'a', at: early, way: 'place' }, { id: 'b', at: late, way: 'place' }, { id: 'a', at: early, way: 'reporter' }]), [{ id: 'b', at: late, ways: ['place'] }, { id: 'a', at: early, ways: ['place', 'reporter'] }])
})
