import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPlate } from './plate.ts'

const cases: [string, 'ordinary' | 'newEnergy' | undefined, string?][] = [
  ['浙A12345', 'ordinary'],
  ['浙a·1234b', 'ordinary', '浙A1234B'],
  ['浙Ａ１２３４挂', 'ordinary', '浙A1234挂'],
  ['粤Z1234港', 'ordinary'],
  ['浙AD12345', 'newEnergy'],
  ['浙A F1234 5', 'newEnergy', '浙AF12345'],
  ['浙A12345D', 'newEnergy'],
  ['浙I12345', undefined],
  ['浙A1234O', undefined],
  ['浙AL12345', undefined],
  ['浙A123456', undefined],
  ['A12345', undefined],
  ['', undefined],
]

for (const [text, kind, number] of cases) {
  test(`${JSON.stringify(text)} is ${kind ?? 'no plate'}`, () => {
    assert.deepEqual(readPlate(text), kind && { number: number ?? text, kind })
  })
}
