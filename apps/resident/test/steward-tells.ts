import assert from 'node:assert/strict'
import { until } from './field-person.ts'
import type { Field } from './field-person.ts'

/** Out of the fourth door somebody has moved, behind the third somebody lives now: told in the cellar, accepted at the desk. */
export async function stewardTells(field: Field, units: readonly string[]) {
  const label = (words: string) => field.page().getByLabel(words, { exact: true }).filter({ visible: true }).first()
  const option = (words: string | RegExp) => field.page().locator('.option:visible').filter({ hasText: words }).first().click()
  const names = async (at: number) => (await field.office.as.checker('doorstep', 'residents', { housing: units[at]! })).rows.map(({ name }) => name)
  const accept = (words: string) => field.page().locator('.card:visible').filter({ hasText: words }).getByRole('button', { name: '采纳', exact: true }).click()
  await field.signInAs(field.names.steward)
  await field.press(/^上报变动/)
  await field.says('张示三')
  await field.seen('telldoors')
  await field.context.setOffline(true)
  await field.press(/张示三/)
  await option('昨天')
  await label('备用电话').fill('13900000077')
  await field.press(/^提交$/)
  await field.says('等网络')
  await field.press('有人住进来')
  await field.press(/2单元201室/)
  await label('姓名').fill('钱示五')
  await option('租客')
  await field.fits('arrival')
  await field.press(/^提交$/)
  await field.context.setOffline(false)
  await field.emptied()
  assert.deepEqual([(await names(3)).length, (await names(2)).includes('钱示五')], [2, false], 'nothing stands before it is accepted')
  await field.signInAs(field.names.checker)
  await field.press(/^待采纳的变动/)
  await field.says('张示三：已搬离')
  await field.fits('claims')
  await accept('已搬离')
  await until(async () => (await names(3)).length === 1)
  assert.deepEqual(await names(3), ['王示一'])
  await accept('钱示五，租客')
  await until(async () => (await names(2)).includes('钱示五'))
}
