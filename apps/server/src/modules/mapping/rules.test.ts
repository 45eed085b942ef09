import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from '@linli/standards'
import { attributesIn, columnsIn } from './attribute-rules.ts'
import { otherReading, readingOf, saidByEpsg, saidByPrj } from './crs-rules.ts'
import { mendShape } from './shape-rules.ts'

/** Corners in units of 0.0001°, some 10 m. */
const ring = (...corners: [number, number][]): Position[] => corners.map(([x, y]) => [120 + x / 10_000, 30 + y / 10_000])
const square = ring([0, 0], [4, 0], [4, 4], [0, 4], [0, 0])
const as = (position: Position) => position
for (const [what, geometry, codes, shape] of [
  ['a square', { type: 'Polygon', coordinates: [square] }, [], 'Polygon 1'],
  ['a square that is walked the other way', { type: 'Polygon', coordinates: [square.toReversed()] }, ['ring.turn'], 'Polygon 1'],
  ['one that does not close, with a corner twice', { type: 'Polygon', coordinates: [[square[0], square[0], ...square.slice(1, 4)]] }, ['point.twice', 'ring.open'], 'Polygon 1'],
  ['one with a height', { type: 'Polygon', coordinates: [square.map((at) => [...at, 8])] }, [], 'Polygon 1'],
  ['one with a court', { type: 'Polygon', coordinates: [square, ring([1, 1], [1, 2], [2, 2], [2, 1], [1, 1])] }, [], 'Polygon 2'],
  ['a bow-tie', { type: 'Polygon', coordinates: [ring([0, 0], [4, 4], [4, 0], [0, 4], [0, 0])] }, ['ring.bow', 'ring.turn'], 'MultiPolygon 2'],
  ['a slip of the pen at a corner', { type: 'Polygon', coordinates: [ring([0, 0], [40, 0], [40, 40], [0, 40], [0, 1], [1, 1.5], [-1, 1.5], [0, 0])] }, ['ring.slip'], 'Polygon 1'],
  ['a knot', { type: 'Polygon', coordinates: [ring([0, 0], [4, 4], [4, 0], [0, 4], [2, -2], [5, 5], [0, 0])] }, ['ring.cross'], null],
  ['an outline that was drawn as a line', { type: 'LineString', coordinates: square }, ['shape.line'], 'Polygon 1'],
  ['a point', { type: 'Point', coordinates: [120, 30] }, ['shape.kind'], null],
  ['what is smaller than a doormat', { type: 'Polygon', coordinates: [ring([0, 0], [0.01, 0], [0.01, 0.01], [0, 0])] }, ['ring.small'], null],
  ['words', { type: 'Polygon', coordinates: [[['a', 'b']]] }, ['shape.number'], null], ['nothing', null, ['shape.none'], null], ['a collection', { type: 'GeometryCollection', geometries: [] }, ['shape.none'], null], ['what says nothing of what it is', { type: 5, coordinates: [] }, ['shape.none'], null], ['an outline that is no list', { type: 'Polygon', coordinates: {} }, ['shape.number'], null],
] as [string, unknown, string[], string | null][]) {
  test(`as the outline of a building: ${what}`, () => {
    const { shapes: [drawn], flaws } = mendShape(geometry, 'surface', as)
    assert.deepEqual([flaws.map(({ code }) => code), drawn ? `${drawn.type} ${drawn.coordinates.length}` : null], [codes, shape])
  })
}

const box = [119.9, 29.9, 120.1, 30.1] as const
for (const [what, asked, said, some, words] of [
  ['degrees', {}, undefined, [[120, 30]], 'CGCS2000（WGS84）经纬度'], ['degrees, turned', {}, undefined, [[30, 120]], 'CGCS2000（WGS84）经纬度（对调）'], ['as was chosen', { crs: 'BD09' }, undefined, [[120, 30]], 'BD-09 经纬度'],
  ['a meridian that was chosen', { crs: 'gaussKruger', meridian: 117 }, undefined, [[500_000, 3_320_000]], '中央经线 117°（按所选）'], ['plane where degrees were chosen', { crs: 'CGCS2000' }, undefined, [[500_000, 3_320_000]], '平面坐标'], ['degrees where plane was chosen', { crs: 'gaussKruger' }, undefined, [[120, 30]], '是经纬度'],
  ['a zone of six degrees', {}, undefined, [[20_500_000, 3_320_000]], '中央经线 117°（按带号 20'], ['nothing', {}, undefined, [], '没有图形'],
  ['EPSG 4549', {}, saidByEpsg('urn:ogc:def:crs:EPSG::4549'), [[500_000, 3_320_000]], '中央经线 120°（按 .prj'], ['EPSG 4528, with its zone', {}, saidByEpsg('EPSG:4528'), [[40_500_000, 3_320_000]], '中央经线 120°（按 .prj'], ['EPSG 3857', {}, saidByEpsg('EPSG:3857'), [[1, 1]], '不认识'], ['Beijing 54', {}, saidByPrj('GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954"]]'), [[120, 30]], '转换'],
] as [string, object, ReturnType<typeof saidByPrj>, Position[], string][]) {
  test(`coordinates: ${what}`, () => {
    const reading = readingOf({ crs: 'auto', meridian: null, ...asked } as never, said, some, box)
    assert.match('fault' in reading ? reading.fault : `${reading.words}${reading.isTurned ? '（对调）' : ''}`, new RegExp(words.replace(/[().]/g, '\\$&')))
  })
}

test('what fits the sub-district better read otherwise is told', () => {
  const inside = ([lng]: Position) => lng < 120
  const some = Array.from({ length: 20 }, (_, at): Position => [120.001 + at / 100_000, 30])
  assert.match(otherReading('CGCS2000', some, inside)!, /抽查 20 个位置.*0 个.*按 GCJ-02 有 20 个/)
  assert.equal(otherReading('CGCS2000', some, () => true), undefined)
})

test('columns are known by their titles, and what stands in them is read as people write it', () => {
  assert.deepEqual(columnsIn('building', ['OBJECTID', '楼幢名称', 'JZGD', '地上层数'], {}), { name: '楼幢名称', height: 'JZGD', floors: '地上层数' })
  assert.deepEqual(columnsIn('building', ['名称', '别名'], { name: '别名', floors: '没有' }), { name: '别名' })
  const read = (properties: object) => attributesIn('building', { ...properties }, { name: '名', height: '高', floors: '层' })
  assert.deepEqual([read({ 名: ' 3幢\0', 高: '约18.5米', 层: 6 }).values.height, read({ 名: ' 3幢\0' }).values.name, read({ 层: '6层' }).values.floors, read({ 高: 0, 层: NaN }).wrong], [18.5, '3幢', 6, []])
  assert.deepEqual([read({ 层: '六层' }), read({ 层: 6.5 }), read({ 高: 9999 })].map(({ wrong }) => wrong.map(({ code }) => code)), [['floors.wrong'], ['floors.wrong'], ['height.wrong']])
})
