import { describe, expect, test } from 'vitest'
import { chosen, clear, drawDown, emptySheet, fillDown, go, handedIn, insertRows, isBlank, leap, move, paste, redo, removeRows, rowsTooMany, settle, step, textAt, type, undo, type Sheet } from './sheet.ts'

const written = ({ rows }: Sheet) => rows.filter((row) => !isBlank(row)).map(({ cells }) => cells.join('|'))
const three = paste(emptySheet(3), [['张示一', '男', '1'], ['李例二', '女', '2'], ['王样三', '男', '3']])
const spot = (row: number, column: number) => ({ row, column })

describe('typing', () => {
  test('stands when it is settled, not before, and comes back by undoing', () => {
    const typing = type(go(emptySheet(3), spot(0, 1)), '男 ')
    expect(written(typing)).toEqual([])
    const settled = settle(typing)
    expect(written(settled)).toEqual(['|男|'])
    expect(written(undo(settled))).toEqual([])
    expect(written(redo(undo(settled)))).toEqual(['|男|'])
  })

  test('the same once more is nothing to undo', () => expect(settle(type(go(three, spot(0, 0)), '张示一')).past).toBe(three.past))

  test('fills in beside it what follows from it, as one thing to undo', () => {
    const derive = (cells: readonly string[], column: number) => (column === 0 ? [cells[0]!, '女', cells[2]!] : cells)
    const settled = settle(type(emptySheet(3), '110101'), derive)
    expect(written(settled)).toEqual(['110101|女|'])
    expect(written(undo(settled))).toEqual([])
  })

  test('there is always room below', () => {
    expect(emptySheet(2).rows).toHaveLength(20)
    expect(settle(type(go(emptySheet(2), spot(19, 0)), 'x')).rows).toHaveLength(40)
  })
})

describe('pasting', () => {
  test('a block begins at the upper left of what is chosen, and is chosen then', () => {
    const pasted = paste(go(go(three, spot(2, 2)), spot(1, 1), true), [['女', '9'], ['男', '8']])
    expect(written(pasted)).toEqual(['张示一|男|1', '李例二|女|9', '王样三|男|8'])
    expect([pasted.at, pasted.to]).toEqual([spot(1, 1), spot(2, 2)])
  })

  test('one cell fills all that is chosen', () => expect(written(paste(go(go(three, spot(0, 1)), spot(2, 1), true), [['男']]))).toEqual(['张示一|男|1', '李例二|男|2', '王样三|男|3']))

  test('five thousand rows come in at once and go by one undo', () => {
    const many = paste(three, Array.from({ length: 5000 }, (_, at) => [`第${at}人`, '男', String(at)]))
    expect([many.rows.length, written(many)[4999]]).toEqual([5020, '第4999人|男|4999'])
    expect(written(undo(many))).toEqual(written(three))
  })

  test('what has no place is counted, not cut silently', () => {
    expect(rowsTooMany(emptySheet(1), Array.from({ length: 20_001 }))).toBe(1)
    expect(rowsTooMany(three, [[]])).toBe(0)
  })

  test('cells beyond the last column are left out', () => expect(written(paste(go(emptySheet(2), spot(0, 1)), [['a', 'b']]))).toEqual(['|a']))
})

describe('filling', () => {
  test('down from the first row that is chosen', () => expect(written(fillDown(go(go(three, spot(0, 1)), spot(2, 2), true)))).toEqual(['张示一|男|1', '李例二|男|1', '王样三|男|1']))
  test('of a single row from the one above', () => expect(written(fillDown(go(three, spot(1, 1))))).toEqual(['张示一|男|1', '李例二|男|2', '王样三|男|3']))
  test('in the first row there is nothing above', () => {
    const first = go(three, spot(0, 0))
    expect(fillDown(first)).toBe(first)
  })
  test('by the handle, what is chosen again and again', () => {
    const drawn = drawDown(go(go(three, spot(0, 0)), spot(1, 0), true), 4)
    expect(written(drawn)).toEqual(['张示一|男|1', '李例二|女|2', '张示一|男|3', '李例二||', '张示一||'])
    expect([drawn.at, drawn.to]).toEqual([spot(0, 0), spot(4, 0)])
  })
})

describe('rows', () => {
  test('are put in above, taken out, and both come back', () => {
    const more = insertRows(go(three, spot(1, 0)))
    expect(more.rows[1]!.cells.join('')).toBe('')
    expect(textAt(more, spot(2, 0))).toBe('李例二')
    expect(written(undo(more))).toEqual(written(three))
    const fewer = removeRows(go(go(three, spot(0, 0)), spot(1, 2), true))
    expect(written(fewer)).toEqual(['王样三|男|3'])
    expect(written(undo(fewer))).toEqual(written(three))
    expect(new Set(more.rows.map(({ id }) => id)).size).toBe(more.rows.length)
  })

  test('that were handed in do not come back by undoing', () => {
    const left = handedIn(three, new Set([three.rows[0]!.id]))
    expect(written(left)).toEqual(['李例二|女|2', '王样三|男|3'])
    expect(undo(left)).toBe(left)
  })
})

test('clearing empties what is chosen', () => expect(written(clear(go(go(three, spot(0, 1)), spot(1, 2), true)))).toEqual(['张示一||', '李例二||', '王样三|男|3']))
test('what is chosen can be copied', () => expect(chosen(go(go(three, spot(2, 1)), spot(1, 0), true))).toEqual([['李例二', '女'], ['王样三', '男']]))

test('moving stays inside, stepping goes on in the next row, leaping to the end of what is written', () => {
  expect(move(three, -1, -1).at).toEqual(spot(0, 0))
  expect(step(go(three, spot(0, 2)), 1).at).toEqual(spot(1, 0))
  expect(step(go(three, spot(1, 0)), -1).at).toEqual(spot(0, 2))
  expect(leap(go(three, spot(0, 0)), 1, 0).at).toEqual(spot(2, 0))
  expect(leap(go(three, spot(2, 0)), 1, 0).at).toEqual(spot(three.rows.length - 1, 0))
  expect(leap(go(three, spot(10, 0)), -1, 0).at).toEqual(spot(2, 0))
})
