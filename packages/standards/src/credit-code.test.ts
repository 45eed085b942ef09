import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { creditCheckCharacter, isCreditCode, organisationCheckCharacter, readCreditCode, readOrganisationCode, type CreditCodeFault } from './credit-code.ts'

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')
const characters = (count: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...letters), minLength: count, maxLength: count })
const digits = (count: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: count, maxLength: count })
const code = fc.tuple(characters(2), digits(6), characters(9)).map((parts) => parts.join('') + creditCheckCharacter(parts.join('')))

test("the standard's sample", () => {
  assert.equal(creditCheckCharacter('91350100M000100Y4'), '3')
  assert.deepEqual(readCreditCode('91350100M000100Y43'), {
    ok: true, code: '91350100M000100Y43', registration: '91', region: '350100', organisationCode: 'M000100Y4',
  })
})

test('organisation codes', () => {
  assert.equal(organisationCheckCharacter('M000100Y'), '4')
  assert.equal(organisationCheckCharacter('D2143569'), 'X')
  assert.equal(readOrganisationCode('d2143569-x'), 'D2143569X')
  assert.equal(readOrganisationCode('D2143569-1'), undefined)
  assert.equal(readOrganisationCode(''), undefined)
})

const refused: [string, CreditCodeFault, RegExp][] = [
  [' ', 'empty', /请填写/],
  ['91350100M000100Y4', 'length', /现在是 17 位/],
  ['9135O100M000100Y43', 'characters', /字母 I、O/],
  ['91350100M000100Y44', 'checksum', /逐位核对/],
]

for (const [text, fault, message] of refused) {
  test(`refuses ${JSON.stringify(text)}: ${fault}`, () => {
    const result = readCreditCode(text)
    assert.ok(!result.ok)
    assert.equal(result.fault, fault)
    assert.match(result.message, message)
  })
}

test('accepts what people write', () => {
  for (const text of ['91350100m000100y43', '９１３５０１００Ｍ０００１００Ｙ４３', ' 91350100 M000100Y4 3 ']) assert.ok(isCreditCode(text), text)
})

test('one wrong character never passes', () => {
  fc.assert(fc.property(code, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...letters), (right, place, letter) => {
    assert.ok(isCreditCode(right))
    if (right.charAt(place) !== letter) assert.ok(!isCreditCode(right.slice(0, place) + letter + right.slice(place + 1)))
  }))
})
