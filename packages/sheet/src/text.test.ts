import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decode, delimiterOf, rowsOf } from './text.ts'

const said = '姓名,电话\r\n王示一,13900000001\r\n'
const utf16 = (text: string, mark: boolean, big: boolean) => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
// 姓名,电话 and 王示一 in GBK, as Chinese Excel writes them.
const gbk = Buffer.concat([Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), Buffer.from(','), Buffer.from([0xb5, 0xe7, 0xbb, 0xb0]), Buffer.from('\r\n'), Buffer.from([0xcd, 0xf5, 0xca, 0xbe, 0xd2, 0xbb]), Buffer.from(',13900000001\r\n')])

for (const [name, bytes, encoding] of [
  ['UTF-8', Buffer.from(said), 'UTF-8'], ['UTF-8 with a mark', Buffer.from(`\uFEFF${said}`), 'UTF-8'], ['GBK', gbk, 'GB18030'],
  ['UTF-16 little with a mark', utf16(said, true, false), 'UTF-16LE'], ['UTF-16 big with a mark', utf16(said, true, true), 'UTF-16BE'], ['UTF-16 without a mark', utf16(`${said}1,2,3,4,5\r\n`, false, false), 'UTF-16LE'],
] as [string, Buffer, string][]) {
  test(`${name} is read`, () => {
    const { text, encoding: read } = decode(bytes)
    assert.equal(read, encoding)
    assert.deepEqual([...rowsOf(text)].slice(0, 2), [['姓名', '电话'], ['王示一', '13900000001']])
  })
}

for (const [name, text, expected] of [
  ['quotes, delimiters and line ends within a field', 'a,"b,""c""\nd",e\r\n1,2,3', [['a', 'b,"c"\nd', 'e'], ['1', '2', '3']]], ['empty fields', 'a,,\n,,c', [['a', '', ''], ['', '', 'c']]],
  ['a quote that never ends', 'a,"b\nc', [['a', 'b\nc']]], ['nothing', '', []],
] as [string, string, string[][]][]) test(`rows: ${name}`, () => assert.deepEqual([...rowsOf(text, ',')], expected))

test('the delimiter is the one that cuts evenly', () => {
  assert.equal(delimiterOf('姓名\t住址\n王示一\t路,12号\n'), '\t')
  assert.equal(delimiterOf('姓名;住址\n王示一;3-2-501\n'), ';')
  assert.equal(delimiterOf('姓名,住址\n'), ',')
})

test('what is written is read again, whatever the fields hold', () => {
  const field = fc.string({ unit: fc.constantFrom('王', 'a', '"', ',', '\n', ' ') })
  fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
    const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
    assert.deepEqual([...rowsOf(text, ',')], rows)
  }))
})
