import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordPiece } from './wordpiece.ts'

const pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '居', '住', '证', '？', ',', 'etc', 'e', '##tc', '80', '##岁', '岁', 'cafe', '8', '##5']
const file = (more: object = {}) => ({ model: { type: 'WordPiece', vocab: Object.fromEntries(pieces.map((one, at) => [one, at])), ...more }, normalizer: { type: 'BertNormalizer', lowercase: true } })
const read = (text: string, most = 20) => wordPiece(file(), most).idsOf(text).map((id) => pieces[id])

for (const [text, expected] of [
  ['居住证', ['居', '住', '证']], ['ETC，etc', ['etc', '[UNK]', 'etc']], ['居住证？', ['居', '住', '证', '？']], ['80岁', ['80', '岁']], ['85', ['8', '##5']], ['Café\t居', ['cafe', '居']], ['𠀀', ['[UNK]']], ['', []], ['居\u200B住', ['居', '住']],
] as const) test(`“${text}” is cut as BERT does`, () => assert.deepEqual(read(text), ['[CLS]', ...expected, '[SEP]']))

test('what is longer than the model reads is cut, with its end', () => assert.deepEqual(read('居住证居住证', 4), ['[CLS]', '居', '住', '[SEP]']))

test('a tokenizer of another kind is refused', () => {
  assert.throws(() => wordPiece({ model: { type: 'BPE', vocab: {} } }, 20), { message: /no WordPiece/ })
  assert.throws(() => wordPiece(file({ vocab: { a: 1 } }), 20), { message: /no \[CLS\]/ })
})
