import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openField } from './field-person.ts'
import type { Field } from './field-person.ts'

let field: Field
before(async () => { field = await openField() })
after(() => field.close())

test('a grid worker lets the office see where they are, is told who sees it, and ends it with one tap', async () => {
  const { office } = field
  await field.signInAs(field.names.checker)
  await field.press(/^共享位置/)
  await field.says(/每次查看都有记录/)
  await field.fits('共享位置')
  await field.press('共享到今天 24:00')
  await field.says(/到今天 24:00 自动停止，今天 .* 更新/)
  await field.fits('正在共享位置')
  const { workers } = await office.as.dispatcher('presence', 'list', { area: office.grid.slice(0, 14) })
  assert.deepEqual(workers.map(({ kind, point }) => [kind, Math.abs(point.lng - office.lng) < 0.01]), [['grid', true]])
  // Closed and opened again it goes on.
  await field.page().reload()
  await field.says(/自动停止/)
  await field.press('停止共享')
  await field.says('现在没有共享')
  assert.deepEqual((await office.as.dispatcher('presence', 'list', { area: office.grid.slice(0, 14) })).workers, [])
})
