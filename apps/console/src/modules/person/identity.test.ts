import { makeIdentityNumber } from '@linli/standards'
import { expect, test } from 'vitest'
import { askedOf, askedWhile, toldBy } from './identity.ts'

const today = '2026-03-02'
const number = makeIdentityNumber('339901', '1950-03-01', 12)

test('a whole citizen’s number tells sex and date of birth; half of one, a wrong one or another certificate does not', () => {
  expect(toldBy(number, '111', today)).toEqual({ sex: '2', birth: '1950-03-01', words: '女，1950-03-01，76 岁' })
  expect(toldBy(makeIdentityNumber('339901', '2020-12-31', 13), undefined, today)).toMatchObject({ sex: '1', words: '男，2020-12-31，5 岁' })
  for (const half of [number.slice(0, 17), `${number.slice(0, 17)}Y`, '', undefined, 12]) expect(toldBy(half, '111', today)).toBeUndefined()
  expect(toldBy(number, '414', today)).toBeUndefined()
})

test.each([
  [{ name: '王示一', certificateNumber: number, phone: '139 0000 0001' }, [number, '13900000001', '王示一']],
  [{ name: '王', certificateNumber: number.slice(0, 10), phone: '139' }, []],
  [{ name: 'Sample', certificateNumber: undefined, phone: null }, []],
])('while %j is written the find box is asked %j', (written, asked) => expect(askedWhile(written, today)).toEqual(asked))

test.each([
  [{ name: '王示一' }, { name: '王示一' }],
  [{ name: '王', phone: '13900000001' }, {}],
  [{ certificateNumber: number }, { certificateNumber: number }],
  [{ certificate: '414', certificateNumber: number }, {}],
  [{ name: '王示一', certificateNumber: number.slice(0, 9), phone: '139 0000 0001', birth: '1950-03-01' }, { name: '王示一', phone: '13900000001', birth: '1950-03-01' }],
  [{}, {}],
])('of %j is compared what is whole: %j', (written, asked) => expect(askedOf(written, today)).toEqual(asked))
