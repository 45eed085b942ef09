import { describe, expect, test } from 'vitest'
import { readClip, writeClip } from './clip.ts'

const clips: [string, string[][]][] = [
  ['张示一\t男\r\n李例二\t女\r\n', [['张示一', '男'], ['李例二', '女']]],
  ['a\tb', [['a', 'b']]],
  ['a\t\tc', [['a', '', 'c']]],
  ['"两行\n一格"\tb', [['两行\n一格', 'b']]],
  ['"说""好"""\tb', [['说"好"', 'b']]],
  ['5" 管\tb', [['5" 管', 'b']]],
  ['"没有收尾\tb', [['"没有收尾', 'b']]],
  ['a\n\nc\n', [['a'], [''], ['c']]],
  ['', [['']]],
]

describe('what a spreadsheet puts on the clipboard is read cell by cell', () => {
  test.each(clips)('%j', (text, rows) => expect(readClip(text)).toEqual(rows))
})

test('what is copied here is read the same by a spreadsheet', () => {
  for (const rows of [[['一', '两行\n一格'], ['"引号', '制\t表']], [['']], [['a', ''], ['', 'b']]]) expect(readClip(writeClip(rows))).toEqual(rows)
})
