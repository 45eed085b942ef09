import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nobody, type Actor } from '../../kernel/actor.ts'
import { childrenOf, fullName, homesOf, metresTo, officesOf, pathOf, placeAt, placeWords, type Placed } from './rules.ts'

const square = (west: number, south: number, size: number) =>
  ({ type: 'Polygon' as const, coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] })
const community = '/33/99/01/008/001/'
const places: Placed[] = [
  { path: community, kind: 'community', shape: square(120, 30, 0.01) },
  { path: `${community}001/`, kind: 'grid', shape: square(120, 30, 0.005) },
  { path: `${community}001/b0001/`, kind: 'building', shape: square(120.001, 30.001, 0.0002) },
  { path: `${community}002/b0001/`, kind: 'building', shape: square(120.0051, 30.001, 0.0002) },
]

const found: [string, [number, number], string | undefined][] = [
  ['in a building', [120.0011, 30.0011], `${community}001/b0001/`],
  ['20 m from its wall', [120.0008, 30.0011], `${community}001/b0001/`],
  ['40 m from its wall', [120.0006, 30.0011], `${community}001/`],
  ['near a building of another grid', [120.00499, 30.0011], `${community}001/`],
  ['in no grid', [120.008, 30.008], community],
  ['in no grid but beside a building of the community', [120.00505, 30.0011], `${community}002/b0001/`],
  ['outside', [120.02, 30], undefined],
]
for (const [where, point, expected] of found) test(`a point ${where}`, () => assert.equal(placeAt(point, places), expected))

for (const [text, words] of [
  ['三幢', ['3幢']], ['３号楼', ['3幢']], ['桥东新村3栋', ['桥东新村', '3幢']], ['示范桥3幢2单元501室', ['示范桥', '3幢']], ['塘东4组38号', ['塘东', '4组38号']], ['桥东 3幢', ['桥东', '3幢']],
  ['西苑 第2', ['西苑', '第2']], ['示范桥社区 第1网格', ['示范桥社区', '第1网格']], ['东苑', ['东苑']], ['柳浜路12号', ['柳浜路12号']],
] as const) test(`${text} is looked for as ${words.join(' + ')}`, () => assert.deepEqual(placeWords(text), words))

test('metres to a wall, from beside it, from its corner and from within', () => {
  const wall = square(120, 30, 0.001)
  assert.ok(Math.abs(metresTo([119.999, 30.0005], wall) - 96.3) < 0.2)
  assert.ok(Math.abs(metresTo([120.0005, 30.002], wall) - 111.2) < 0.2)
  assert.equal(metresTo([120.0005, 30.0005], wall), 0)
})

test('an area is named from its community down, above it alone', () => {
  const names = new Map([['/33/99/01/008/', '临河街道'], [community, '示范桥社区'], [`${community}003/`, '第3网格'], [`${community}003/b0012/`, '12幢']])
  assert.equal(fullName(`${community}003/b0012/`, names), '示范桥社区 第3网格 12幢')
  assert.equal(fullName('/33/99/01/008/', names), '临河街道')
  assert.equal(fullName('/', names), '全部辖区')
})

test('what stands one level down, and codes that fit there', () => {
  assert.deepEqual(childrenOf('/'), [{ kind: 'province', length: 3 }])
  assert.deepEqual(childrenOf(`${community}001/`).map(({ kind }) => kind), ['microGrid', 'building'])
  assert.deepEqual(childrenOf(`${community}001/b0001/`), [])
  assert.equal(pathOf(community, '004'), `${community}004/`)
  assert.equal(pathOf(community, 'b0001'), undefined)
  assert.equal(pathOf('/', '33'), '/33/')
})

const somebody = (side: Actor['side'], area: string, posts: string[] = []): Actor =>
  ({ ...nobody, side, area, posts: posts.map((at) => ({ id: '', role: '', roleName: '', area: at, from: '', until: null, permissions: [], onBehalfOf: null })) })

test('people look up their own sub-district; residents look up any place but only their own units', () => {
  assert.deepEqual(homesOf(somebody('staff', community, [`${community}001/`])), ['/33/99/01/008/'])
  assert.deepEqual(homesOf(somebody('staff', '/33/99/01/', ['/'])), ['/33/99/01/', '/'])
  assert.deepEqual(homesOf(somebody('resident', '')), ['/'])
  assert.deepEqual(officesOf(somebody('resident', '')), [])
  assert.deepEqual(officesOf(somebody('resident', community)), ['/33/99/01/008/'])
})
