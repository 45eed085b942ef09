import { expect, test } from 'vitest'
import { changesBetween, lines, markedLines, sure, validWords, type Revision } from './knowledge-words.ts'

const content: Revision['content'] = { question: '老年证怎么办', similar: ['敬老卡'], category: '养老', answerShort: '到社区办', answerLong: '', steps: [], materials: [], entry: [{ kind: 'window', text: '2 号窗口' }], phone: '', audience: '', source: null, validFrom: null, validTo: null, matter: null, isUnchecked: false, isNotForUs: false, matterName: null }

test('what two versions say differently, and of the first all that it says', () => {
  expect(changesBetween({ content }, { content: { ...content, similar: ['敬老卡', '老人卡'], validTo: '2026-12-31' } }).map(({ label, before, text }) => [label, before, text])).toEqual([['相似问法', '敬老卡', '敬老卡\n老人卡'], ['有效期', '长期有效', '至 2026-12-31']])
  expect(changesBetween(null, { content }).map(({ label }) => label)).toEqual(['标准问题', '相似问法', '分类', '简短答复', '办理入口', '有效期'])
  expect(changesBetween({ content }, { content })).toEqual([])
})

test('lines as they were typed, and which of them are new', () => {
  expect(lines(' 一\n\n二 \n')).toEqual(['一', '二'])
  expect(markedLines('一\n二', '二\n三')).toEqual([{ line: '一', isSame: false, key: '0 一' }, { line: '二', isSame: true, key: '1 二' }])
})

test('how long it holds, and how sure it is', () => {
  expect([[null, null], [null, '2026-12-31'], ['2026-01-01', null], ['2026-01-01', '2026-12-31']].map(([validFrom, validTo]) => validWords({ validFrom: validFrom!, validTo: validTo! }))).toEqual(['长期有效', '至 2026-12-31', '2026-01-01 起，长期有效', '2026-01-01 至 2026-12-31'])
  expect([sure(0.456), sure(1.3), sure(-0.1)]).toEqual(['46%', '100%', '0%'])
})
