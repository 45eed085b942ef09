import { expect, test } from 'vitest'
import { day, flag, oneOf, readFilter, someOf, word, writeFilter } from './filter.ts'

const fields = { text: word(), status: someOf(['reported', 'handling', 'closed']), isOverdue: flag(), from: day(), order: oneOf(['newest', 'due']) }
const read = (query: string) => readFilter(fields, new URLSearchParams(query))
const write = (query: string, change: Parameters<typeof writeFilter<typeof fields>>[2]) => writeFilter(fields, new URLSearchParams(query), change).toString()

test('reads every kind of filter', () => {
  expect(read('text=漏水&status=handling,reported&isOverdue=1&from=2026-11-01&order=due'))
    .toEqual({ text: '漏水', status: ['reported', 'handling'], isOverdue: true, from: '2026-11-01', order: 'due' })
})

test.each(['', 'text=%20', 'status=exploded', 'isOverdue=yes', 'from=yesterday', 'from=2026-13-40', 'order=best', 'other=1'])('leaves out what it does not understand: %s', (query) => {
  expect(read(query)).toEqual({})
})

test('keeps the known words of a list', () => {
  expect(read('status=closed,exploded')).toEqual({ status: ['closed'] })
})

test('a change goes back to the first page and leaves the rest', () => {
  expect(write('text=a&after=xyz&page=3&tab=units', { order: 'due' })).toBe('text=a&tab=units&order=due')
})

test('an emptied filter leaves the address', () => {
  expect(write('text=a&status=closed&isOverdue=1', { text: '', status: [], isOverdue: false })).toBe('')
  expect(write('from=2026-11-01', { from: undefined })).toBe('')
})

test('what is written is read back', () => {
  const values = { text: '3 幢 & 4 幢', status: ['handling' as const], isOverdue: true, from: '2026-02-28', order: 'newest' as const }
  expect(read(write('', values))).toEqual(values)
})
