import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  areaAt, areaLevelLabels, areaOf, buildingArea, codeOf, contains, isAreaPath, levelOf, lineOf, parentOf, subdistrictOf, type AreaLevel,
} from './area-path.ts'

const digits = (count: number): fc.Arbitrary<string> => fc.integer({ min: 1, max: 10 ** count - 1 }).map((value) => `0000${value}`.slice(-count))
const segments = fc.tuple(fc.integer({ min: 11, max: 65 }).map(String), digits(2), digits(2), digits(3), digits(3), digits(3))
const tail = fc.constantFrom([], ['03'], ['b0031'], ['03', 'b0031'])
const area = fc.oneof(
  fc.tuple(segments, fc.integer({ min: 1, max: 6 })).map(([parts, depth]) => `/${parts.slice(0, depth).join('/')}/`),
  fc.tuple(segments, tail).map(([parts, end]) => `/${[...parts, ...end].join('/')}/`),
)

test('paths of codes, and the codes of paths', () => {
  const cases: [string | number, string, AreaLevel][] = [
    ['33', '/33/', 'province'], ['3399', '/33/99/', 'city'], ['339901', '/33/99/01/', 'county'], ['339901008', '/33/99/01/008/', 'subdistrict'], [339901008, '/33/99/01/008/', 'subdistrict'],
    ['339901008005', '/33/99/01/008/005/', 'community'], ['339901008005012', '/33/99/01/008/005/012/', 'grid'], ['33990100800501203', '/33/99/01/008/005/012/03/', 'microGrid'],
  ]
  for (const [code, path, level] of cases) {
    assert.equal(areaOf(code), path)
    assert.equal(codeOf(path), String(code))
    assert.equal(levelOf(path), level)
    assert.ok(areaLevelLabels[level])
  }
  assert.equal(areaOf('330000'), '/33/')
  assert.equal(areaOf('339901008000'), '/33/99/01/008/')
  assert.equal(areaOf('441900003001'), '/44/19/00/003/001/')
  assert.equal(codeOf('/33/99/01/008/005/012/03/b0031/'), '33990100800501203')
})

test('buildings', () => {
  assert.equal(buildingArea('/33/99/01/008/005/012/', 31), '/33/99/01/008/005/012/b0031/')
  assert.equal(buildingArea('/33/99/01/008/005/012/03/', 9999), '/33/99/01/008/005/012/03/b9999/')
  for (const [grid, count] of [['/33/99/01/008/005/', 1], ['/33/99/01/008/005/012/', 0], ['/33/99/01/008/005/012/', 10_000], ['/33/99/01/008/005/012/', 1.5]] as const) {
    assert.throws(() => buildingArea(grid, count), RangeError)
  }
})

test('what is no path is refused everywhere', () => {
  const wrong: unknown[] = ['', '/', '33', '/33', '33/', '/03/', '/33/9/', '/33/99/01/08/', '/33/99/01/008/005/12/', '/33/99/01/008/005/012/3/', '/33/99/01/008/005/012/b031/', '/33/99/01/008/005/b0031/',
    '/33/99/01/008/005/012/b0031/03/', '/33/99/01/008/005/012/B0031/', '/33//', '/33/99/01/008/\n', "/33/'; drop table event; --/", '/３３/', null, undefined, 33, ['/33/']]
  for (const text of wrong) {
    assert.ok(!isAreaPath(text), String(text))
    for (const use of [levelOf, parentOf, lineOf, codeOf, subdistrictOf]) assert.throws(() => use(text as string), RangeError)
    assert.throws(() => contains('/33/', text as string), RangeError)
    assert.throws(() => contains(text as string, '/33/'), RangeError)
  }
  for (const code of ['', '1', '333', '3399010', '00', 'ab', '339901008005012034', '3399010080050120']) assert.throws(() => areaOf(code), RangeError, code)
})

test('the sub-district as the integer of its code', () => {
  assert.equal(subdistrictOf('/33/99/01/008/'), 339901008)
  assert.equal(subdistrictOf('/33/99/01/008/005/012/03/b0031/'), 339901008)
  assert.throws(() => subdistrictOf('/33/99/01/'), /above a sub-district/)
})

test('laws of containment', () => {
  fc.assert(fc.property(area, area, (a, b) => {
    assert.ok(isAreaPath(a))
    assert.ok(contains(a, a))
    assert.equal(contains(a, b) && contains(b, a), a === b)
    assert.equal(contains(a, b), lineOf(b).includes(a))
    const parent = parentOf(a)
    if (parent === undefined) assert.equal(levelOf(a), 'province')
    else {
      assert.ok(contains(parent, a) && !contains(a, parent))
      assert.equal(lineOf(a).length, lineOf(parent).length + 1)
      if (contains(b, parent)) assert.ok(contains(b, a))
    }
    assert.equal(lineOf(a)[lineOf(a).length - 1], a)
    assert.equal(areaAt(a, levelOf(a)), a)
  }))
})

test('the range of an index is the same as containment', () => {
  fc.assert(fc.property(area, area, (outer, inner) => {
    assert.equal(contains(outer, inner), inner >= outer && inner < `${outer}\uffff`)
  }))
})

test('a code and its path are one, down to the micro-grid', () => {
  fc.assert(fc.property(area.filter((path) => levelOf(path) !== 'building'), (path) => {
    assert.equal(areaOf(codeOf(path)), path)
  }))
})

test('a place within another level', () => {
  const building = '/33/99/01/008/005/012/03/b0031/'
  assert.equal(areaAt(building, 'community'), '/33/99/01/008/005/')
  assert.equal(areaAt(building, 'microGrid'), '/33/99/01/008/005/012/03/')
  assert.equal(areaAt('/33/99/01/008/005/012/b0031/', 'microGrid'), undefined)
  assert.equal(areaAt('/33/99/', 'grid'), undefined)
})
