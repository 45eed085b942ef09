import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { gridCode, parseGridCode, parseRegionCode, townshipKindOf, villageKindOf } from './region-code.ts'

test('the community of the worked example', () => {
  assert.deepEqual(parseRegionCode('230811004005'), {
    code: '230811004005', level: 'community', province: '23', city: '08', county: '11', township: '004', townshipKind: 'subdistrict', village: '005', villageKind: 'residentsCommittee',
  })
})

test('levels, with and without padding', () => {
  const cases: [string, string, string][] = [
    ['33', '33', 'province'], ['330000', '33', 'province'], ['330000000000', '33', 'province'], ['3301', '3301', 'city'], ['330100', '3301', 'city'], ['330110', '330110', 'county'],
    ['330110000000', '330110', 'county'], ['339901008', '339901008', 'subdistrict'], ['339901008000', '339901008', 'subdistrict'], [' ３３９９０１ ', '339901', 'county'],
    ['441900003001', '441900003001', 'community'],
  ]
  for (const [text, code, level] of cases) {
    const region = parseRegionCode(text)
    assert.equal(region?.code, code, text)
    assert.equal(region?.level, level, text)
  }
})

test('no codes', () => {
  for (const text of ['', '3', '33990', '3399010', '663301', '339901600', '339901008600', '339901008005012', 'abc']) assert.equal(parseRegionCode(text), undefined, text)
})

test('kinds by range, at every edge', () => {
  const townships: [string, string | undefined][] = [['000', undefined], ['001', 'subdistrict'], ['099', 'subdistrict'], ['100', 'town'], ['199', 'town'], ['200', 'township'],
    ['399', 'township'], ['400', 'townshipLike'], ['599', 'townshipLike'], ['600', undefined], ['1', undefined]]
  for (const [digits, kind] of townships) assert.equal(townshipKindOf(digits), kind, digits)
  const villages: [string, string | undefined][] = [['000', undefined], ['001', 'residentsCommittee'], ['199', 'residentsCommittee'], ['200', 'villagersCommittee'], ['399', 'villagersCommittee'],
    ['400', 'residentsLike'], ['499', 'residentsLike'], ['500', 'villagersLike'], ['599', 'villagersLike'], ['600', undefined]]
  for (const [digits, kind] of villages) assert.equal(villageKindOf(digits), kind, digits)
})

test('grid codes are put together and taken apart', () => {
  assert.equal(gridCode('339901008005', 12), '339901008005012')
  assert.equal(gridCode('339901008005', 12, 3), '33990100800501203')
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }), (grid, microGrid) => {
    assert.deepEqual(parseGridCode(gridCode('339901008005', grid, microGrid)), { community: '339901008005', grid, microGrid })
  }))
  for (const [community, grid, microGrid] of [['339901008', 1], ['339901008005', 0], ['339901008005', 1000], ['339901008005', 1, 100], ['339901008005', 1.5]] as const) {
    assert.throws(() => gridCode(community, grid, microGrid), RangeError)
  }
  for (const text of ['339901008005', '339901008005000', '3399010080050120', '339901008000012']) assert.equal(parseGridCode(text), undefined, text)
})
