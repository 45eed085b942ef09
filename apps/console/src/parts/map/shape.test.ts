import { expect, test } from 'vitest'
import { boxAround, boxOf, outlines, planned } from './shape.ts'
import type { Outline } from './shape.ts'

const square: Outline = { path: '/33/', name: '示范桥社区', height: null, shape: { type: 'Polygon', coordinates: [[[120, 30], [121, 30], [121, 31], [120, 31], [120, 30]]] } }
const islands: Outline = { ...square, path: '/34/', shape: { type: 'MultiPolygon', coordinates: [[[[119, 29], [119.5, 29], [119.5, 29.5], [119, 29]]], [[[122, 32], [123, 32], [123, 33], [122, 32]]]] } }

test('the box holds every outline', () => {
  expect(boxOf([square])).toEqual([[120, 30], [121, 31]])
  expect(boxOf([square, islands])).toEqual([[119, 29], [123, 33]])
  expect(boxOf([])).toBeUndefined()
})

test('the box holds every point', () => expect(boxAround([{ lng: 120, lat: 31 }, { lng: 119, lat: 30 }])).toEqual([[119, 30], [120, 31]]))

test('the chosen outline is marked', () => {
  expect(outlines([square, islands], '/34/').features.map((feature) => feature.properties.isChosen)).toEqual([0, 1])
})

test('closed lines of water are surfaces, roads stay lines', () => {
  const ring: [number, number][] = [[120, 30], [121, 30], [121, 31], [120, 30]]
  const kinds = planned([{ kind: 'water', name: null, width: null, line: ring }, { kind: 'water', name: '临河', width: 40, line: ring.slice(0, 3) }, { kind: 'road', name: '环路', width: 12, line: ring }])
  expect(kinds.features.map((feature) => feature.geometry.type)).toEqual(['Polygon', 'LineString', 'LineString'])
})
