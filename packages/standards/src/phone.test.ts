import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { isMobile, normaliseMobile, parsePhone } from './phone.ts'

const cases: [string, string | undefined, string?][] = [
  ['13800001234', 'mobile', '13800001234'],
  ['+86 138 0000 1234', 'mobile', '13800001234'],
  ['0086-138-0000-1234', 'mobile', '13800001234'],
  ['8613800001234', 'mobile', '13800001234'],
  ['１３８００００１２３４', 'mobile', '13800001234'],
  ['013800001234', 'mobile', '13800001234'],
  ['0571-88001234', 'landline', '0571-88001234'],
  ['057188001234', 'landline', '0571-88001234'],
  ['(0571) 8800-1234', 'landline', '0571-88001234'],
  ['０５７１－８８００１２３４转８０１', 'landline', '0571-88001234-801'],
  ['+86 571 8800 1234', 'landline', '0571-88001234'],
  ['+86 10 8800 1234', 'landline', '010-88001234'],
  ['010-88001234', 'landline', '010-88001234'],
  ['88001234', 'landline', '88001234'],
  ['8800123', 'landline', '8800123'],
  ['12800001234', undefined],
  ['1380000123', undefined],
  ['138000012345', undefined],
  ['12345', undefined],
  ['电话', undefined],
  ['', undefined],
]

for (const [text, kind, number] of cases) {
  test(`${JSON.stringify(text)} is ${kind ?? 'no number'}`, () => {
    assert.deepEqual(parsePhone(text), kind === undefined ? undefined : { kind, number })
  })
}

test('demonstration numbers are mobile numbers', () => {
  fc.assert(fc.property(fc.integer({ min: 30, max: 99 }), fc.integer({ min: 0, max: 9999 }), (head, tail) => {
    assert.ok(isMobile(`1${head}0000${`000${tail}`.slice(-4)}`))
  }))
})

test('reading twice changes nothing, and whatever is read is in normal writing', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789+-() 转８６'.split('')), maxLength: 18 })
  fc.assert(fc.property(text, (typed) => {
    const phone = parsePhone(typed)
    if (!phone) return
    assert.match(phone.number, phone.kind === 'mobile' ? /^1[3-9]\d{9}$/ : /^(0\d{2,3}-)?\d{7,8}(-\d{1,6})?$/)
    assert.deepEqual(parsePhone(phone.number), phone)
    assert.equal(normaliseMobile(typed) !== undefined, phone.kind === 'mobile')
  }), { numRuns: 20_000 })
})
