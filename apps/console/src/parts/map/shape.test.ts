import { expect, test } from 'vitest'
import { boxAround, cornersOf } from './shape.ts'

test('the box holds every point', () => expect(boxAround([{ lng: 120, lat: 31 }, { lng: 119, lat: 30 }])).toEqual([[119, 30], [120, 31]]))

test('a box is told by its corners', () => expect(cornersOf([119, 30, 120, 31])).toEqual([[119, 30], [120, 31]]))
