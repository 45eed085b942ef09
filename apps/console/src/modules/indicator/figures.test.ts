import { expect, test } from 'vitest'
import { changeWords, valueWords } from '@linli/contract/words/index'

test.each([
  [{ value: 1204 }, 'count', '1,204'], [{ value: 93.45 }, 'share', '93.45%'], [{ value: 0.5 }, 'perThousand', '0.5‰'], [{ value: null }, 'count', '—'], [{ value: null, isSuppressed: true }, 'count', '不足 5'],
] as const)('%j as %s is %s', (value, scale, words) => expect(valueWords(value, scale)).toBe(words))

test.each([
  [93.4, 90, 'share', '比前期升 3.4 个百分点'], [80, 100, 'count', '比前期降 20.0%'], [5, 5, 'count', '与前期持平'], [5, 0, 'count', '比前期多 5'], [null, 5, 'count', '没有可比的'],
] as const)('%s after %s as %s: %s', (value, before, scale, words) => expect(changeWords({ value, before, scale })).toBe(words))
