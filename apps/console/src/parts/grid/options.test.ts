import { expect, test } from 'vitest'
import { offered, withOption } from './options.tsx'

const doors = ['1-201', '1-501', '2-501']

test.each([
  ['a code that is begun', { options: ['业主', '租客'] }, '业', ['业主']],
  ['a code that is whole', { options: ['租客', '租客家属'] }, '租客', ['租客', '租客家属']],
  ['the last of several', { options: ['独居老人', '低保对象'], isMany: true }, '独居老人、低', ['低保对象']],
  ['a door that only one can be', { options: doors, isFree: true }, '201', ['1-201']],
  ['a door that several can be: what was written stands', { options: doors, isFree: true }, '501', ['501', '1-501', '2-501']],
  ['nothing written yet', { options: doors, isFree: true }, '', doors],
  ['nothing that fits', { options: doors, isFree: true }, '9-999', []],
])('%s', (_, column, typed, options) => expect(offered(column, typed)).toEqual(options))

test('an option takes the place of what was typed last', () => expect([withOption({}, '业', '业主'), withOption({ isMany: true }, '独居老人、低', '低保对象')]).toEqual(['业主', '独居老人、低保对象']))
