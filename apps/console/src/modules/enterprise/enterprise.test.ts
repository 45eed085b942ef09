import { expect, test } from 'vitest'
import { creditCheckCharacter } from '@linli/standards/credit-code'
import { placeWords, toldByCode } from './enterprise.ts'

const whole = (first17: string) => first17 + creditCheckCharacter(first17)

test.each([
  [whole('92339901MA2ABCD12'), '校验位正确，登记为个体工商户'], [whole('52339901MA2ABCD12').toLowerCase(), '校验位正确，登记为民办非企业单位'], [whole('A1339901MA2ABCD12'), '校验位正确'],
  ['92339901MA2ABCD12', undefined], ['', undefined], [null, undefined], [undefined, undefined],
])('the code %s tells %s', (written, words) => expect(toldByCode(written)).toBe(words))

test('a wrong check character tells nothing', () => {
  const right = whole('92339901MA2ABCD12')
  expect(toldByCode(right.slice(0, 17) + (right.endsWith('1') ? '2' : '1'))).toBeUndefined()
})

test.each([['文澜苑3幢101室', '文澜苑3幢101室'], [null, '东苑社区']])('at %s: %s', (address, words) => expect(placeWords({ address, areaName: '东苑社区' })).toBe(words))
