import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, tuningOf } from './matching-rules.ts'
import { isTold, leftOf, missing, others, stepsFor, termOf, type Content, type Standing, type Who } from './rules.ts'
import { cellsOf, columns, readRow, type Cell, type ColumnName } from './table-rules.ts'

const day = '2026-03-10'

test('told on both of its ends, and for ever where it has none', () => {
  const cases: [string | null, string | null, boolean][] = [[null, null, true], ['2026-03-10', null, true], ['2026-03-11', null, false], [null, '2026-03-10', true], [null, '2026-03-09', false], ['2026-03-01', '2026-03-31', true]]
  for (const [from, to, is] of cases) assert.equal(isTold({ valid_from: from, valid_to: to }, day), is, `${from} – ${to}`)
})

test('soon is fourteen days before its last day', () => {
  const cases: [string, string | null, string | null][] = [['published', null, null], ['published', '2026-03-25', null], ['published', '2026-03-24', 'soon'], ['published', '2026-03-10', 'soon'], ['published', '2026-03-09', 'over'], ['expired', '2026-03-09', 'over'], ['withdrawn', '2026-03-09', null], ['draft', '2026-03-09', null]]
  for (const [status, to, term] of cases) assert.equal(termOf({ status, valid_to: to }, day), term, `${status} ${to}`)
})

const content: Content = { question: '老年证', similar: [], category: '养老', answerShort: '到社区办', answerLong: '', steps: [], materials: [], entry: [], phone: '', audience: '', source: null, validFrom: null, validTo: null, matter: null, isUnchecked: false, isNotForUs: false }

test('what is missing is said before it is reviewed', () => {
  const paths = (change: Partial<Content>) => missing({ ...content, ...change }, day).map(({ path }) => path)
  assert.deepEqual([paths({}), paths({ category: '' }), paths({ answerShort: '' }), paths({ answerShort: '', isNotForUs: true }), paths({ validTo: '2026-03-09' }), paths({ validTo: day })], [[], ['content.category'], ['content.answerShort'], [], ['content.validTo'], []])
})

test('who may take which step', () => {
  const [writer, reviewer, both]: Who[] = [{ mayEdit: true, mayReview: false, isWriter: true }, { mayEdit: false, mayReview: true, isWriter: false }, { mayEdit: true, mayReview: true, isWriter: true }]
  const cases: [Standing, Who, string[]][] = [
    [{ status: 'draft', open: 'draft' }, writer!, ['change', 'submit', 'drop']], [{ status: 'draft', open: 'review' }, writer!, ['takeBack']], [{ status: 'draft', open: 'review' }, reviewer!, ['approve', 'sendBack']], [{ status: 'published', open: 'review' }, both!, ['takeBack', 'sendBack', 'withdraw']],
    [{ status: 'published', open: null }, reviewer!, ['withdraw']], [{ status: 'expired', open: null }, both!, ['change', 'withdraw']], [{ status: 'withdrawn', open: null }, both!, ['change']],
  ]
  for (const [what, who, steps] of cases) assert.deepEqual(stepsFor(what, who), steps, JSON.stringify([what, who]))
})

test('other ways to ask: each once, and not the question itself', () => assert.deepEqual(others('甲', ['乙', '甲', '乙', '丙']), ['乙', '丙']))

test('what is left of what was found: the confidence goes with the best', () => {
  const match = { band: 'answer' as const, confidence: 0.9, ranked: [{ id: 'a', score: 0.8 }, { id: 'b', score: 0.4 }, { id: 'c', score: 0.2 }, { id: 'd', score: 0.1 }] }
  const left = (gone: string) => { const { band, hits } = leftOf(match, (id) => !gone.includes(id), { offer: 0.3 }); return [band, ...hits.map(({ id, confidence }) => `${id}${confidence}`)] }
  assert.deepEqual([left(''), left('b'), left('a'), left('ab'), left('abcd')], [['answer', 'a0.9', 'b0.4', 'c0.2'], ['answer', 'a0.9', 'c0.2', 'd0.1'], ['offer', 'b0.4', 'c0.2', 'd0.1'], ['hand-over', 'c0.2', 'd0.1'], ['hand-over']])
})

test('a row is read as it was written', () => {
  const whole: Content = { ...content, similar: ['甲', '乙'], answerLong: '一\n二', entry: [{ kind: 'app', text: '示例：办事' }], source: { title: '通知', date: '2026-01-01' }, validTo: '2026-12-31', isUnchecked: true }
  const cells = cellsOf({ no: 7, replaces: null, areaName: '东苑社区', status: '已发布', content: whole })
  const read = readRow(new Map(columns.map(({ name }, at): [ColumnName, Cell] => [name, cells[at] ?? null])))
  assert.deepEqual(read, { no: 7, replaces: null, content: whole, faults: [] })
})

const days: [Cell, string | null | undefined][] = [['2026-3-1', '2026-03-01'], ['2026/03/01', '2026-03-01'], ['2026年3月1日', '2026-03-01'], ['20260301', '2026-03-01'], [20260301, '2026-03-01'], [new Date('2026-03-01T00:00:00Z'), '2026-03-01'], [null, null], ['2026-02-30', undefined], ['明天', undefined]]
for (const [cell, wanted] of days) test(`a day in a cell: ${String(cell)}`, () => assert.equal(readRow(new Map<ColumnName, Cell>([['question', '问'], ['validTo', cell]])).content?.validTo, wanted))

test('a community’s own names come with its sub-district’s, and its thresholds stand before theirs', () => {
  const [shipped, streets, own] = [{ answer: 0.75, offer: 0.12 }, { answer: 0.8, offer: 0.2 }, { answer: 0.6, offer: 0.1 }]
  assert.deepEqual(tuningOf(undefined, undefined, shipped), { terms: [], thresholds: shipped })
  assert.deepEqual(tuningOf({ terms: ['a b'], thresholds: null }, { terms: ['c d'], thresholds: streets }, shipped), { terms: ['a b', 'c d'], thresholds: streets })
  assert.deepEqual(tuningOf({ terms: [], thresholds: own }, { terms: ['c d'], thresholds: streets }, shipped).thresholds, own)
  assert.deepEqual(['长者食堂、银龄餐桌  长者食堂', '食堂', ' ， '].map(lineOf), ['长者食堂 银龄餐桌', undefined, undefined])
})
