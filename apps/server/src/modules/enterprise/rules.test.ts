import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledIn, phonesOf } from './rules.ts'

for (const [code, sort] of [['91339901MA0000001X', '01'], ['93339901MA0000001X', '01'], ['92339901MA0000001X', '02'], ['52339901MJ0000001X', '03'], ['12339901MB0000001X', '04'], ['N2339901MB0000001X', undefined]] as const)
  test(`the credit code ${code} tells the sort ${sort}`, () => assert.equal(filledIn({ creditCode: code }).sort, sort))

test('what somebody said, now or before, stands', () => {
  assert.deepEqual(filledIn({ creditCode: '12339901MB0000001X', sort: '05' }).sort, '05')
  assert.equal(filledIn({ creditCode: '12339901MB0000001X' }, { sort: '05' }).sort, undefined)
})

test('the phone of the place is called before those of its people', () => assert.deepEqual(phonesOf({ managerPhone: '13900000002', phone: '13900000001', legalPersonPhone: null }), ['13900000001', '13900000002']))
