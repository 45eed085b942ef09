import { expect, test } from 'vitest'
import { nameOf, sizeWords } from './document-view.ts'

test.each([['身份证正面.JPG', '身份证正面'], ['租房合同2026.03.pdf', '租房合同2026.03'], ['没有后缀', '没有后缀'], ['.jpg', '']])('a paper is called as its file: %s', (file, name) => expect(nameOf(file)).toBe(name))
test.each([[300, '1 KB'], [250_000, '244 KB'], [3_400_000, '3.2 MB']])('%i bytes', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
