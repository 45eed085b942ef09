import { describe, expect, test } from 'vitest'
import { doorIn } from './door.ts'
import type { Unit } from './door.ts'

const unit = (id: string, entrance: string, room: string): Unit => ({ id, entrance, room, address: `文澜苑3幢${entrance && `${entrance}单元`}${room}室` })
const units = [unit('a', '1', '201'), unit('b', '1', '501'), unit('c', '2', '501'), unit('d', '', 'S01')]

const doors: [string, object][] = [
  ['201', { id: 'a' }], ['201室', { id: 'a' }], ['０２０１', { id: 'a' }], ['1-501', { id: 'b' }], ['2单元501', { id: 'c' }], ['2 单元 501 室', { id: 'c' }], ['3幢2单元501室', { id: 'c' }],
  ['文澜苑3幢2单元501室', { id: 'c' }], ['s01', { id: 'd' }], ['', { id: undefined }],
  ['501', { fault: '有几个单元都有 501，请写明单元，如 1-501' }], ['3-501', { fault: '这幢楼没有登记“3-501”，请先登记房屋' }],
]
describe('a unit of a building is found in any writing', () => { test.each(doors)('%s', (written, door) => expect(doorIn(units, written)).toEqual(door)) })
