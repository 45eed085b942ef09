import { expect, test } from 'vitest'
import { withOpened } from './recent.ts'
import type { Recent } from './recent.ts'

const one = (id: number): Recent => ({ kind: 'person', id: String(id), title: `示例${id}`, about: '' })

test('what was opened last stands first, each once, and the oldest go', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 2].reduce<Recent[]>((now, id) => withOpened(now, one(id)), [])
  expect(rows.map(({ id }) => id)).toEqual(['2', '9', '8', '7', '6', '5', '4', '3'])
})
