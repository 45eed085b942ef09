import { expect, test } from 'vitest'
import { subjectWords } from './subject.ts'

test.each([
  [{ subjectKind: 'account', subject: '019a0000-0000-7000-8000-00000000f52e' }, '人员 …00f52e'],
  [{ subjectKind: 'matter', subject: '01001' }, '事项 01001'],
  [{ subjectKind: 'drone', subject: 'x' }, 'drone x'],
])('%j is shown as %s', (entry, words) => {
  expect(subjectWords(entry)).toBe(words)
})
