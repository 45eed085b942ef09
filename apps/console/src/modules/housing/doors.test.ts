import { expect, test } from 'vitest'
import { doorsOf, entrancesIn, inPieces } from './doors.ts'
import type { Plan } from './doors.ts'

const rooms = (plan: Plan) => doorsOf(plan).map(({ entrance = '', floor, room }) => `${entrance}/${floor ?? ''}/${room}`)

test.each([['1-3', ['1', '2', '3']], ['1、3', ['1', '3']], ['1单元，2单元', ['1', '2']], ['东', ['东']], ['', ['']], [undefined, ['']]])('entrances %s', (text, expected) => expect(entrancesIn(text)).toEqual(expected))

test('floors × rooms in each entrance', () => {
  expect(rooms({ entrances: '1-2', from: 1, until: 2, perFloor: 2 })).toEqual(['1/1/101', '1/1/102', '1/2/201', '1/2/202', '2/1/101', '2/1/102', '2/2/201', '2/2/202'])
  expect(rooms({ from: 10, until: 10, perFloor: 11 }).slice(-2)).toEqual(['/10/1010', '/10/1011'])
})

test('a floor or a room that is not there is left out, there is no floor 0, and rooms besides may be named', () => {
  expect(rooms({ from: 3, until: 5, perFloor: 1, without: '4，501', others: '商铺1 商铺2' })).toEqual(['/3/301', '//商铺1', '//商铺2'])
  expect(rooms({ from: -1, until: 1, perFloor: 1 })).toEqual(['/-1/-101', '/1/101'])
  expect(rooms({ others: '门卫室' })).toEqual(['//门卫室'])
})

test('what is not filled in, or the wrong way round, is nothing', () => {
  expect([doorsOf({}), doorsOf({ from: 1, until: 6 }), doorsOf({ from: 6, until: 1, perFloor: 2 })]).toEqual([[], [], []])
})

test('many doors go in pieces, none twice and none lost', () => {
  const doors = doorsOf({ entrances: '1-4', from: 1, until: 30, perFloor: 9 })
  const pieces = inPieces(doors)
  expect(pieces.map(({ length }) => length)).toEqual([500, 500, 80])
  expect(pieces.flat()).toEqual(doors)
})
