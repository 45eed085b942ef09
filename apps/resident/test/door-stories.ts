import assert from 'node:assert/strict'
import { until } from './field-person.ts'
import type { Field } from './field-person.ts'

const written = (field: Field, words: string) => field.page().getByLabel(words, { exact: true }).filter({ visible: true }).first()
const chosen = (field: Field, words: string | RegExp) => field.page().locator('.option:visible').filter({ hasText: words }).first().click()

/** A door that nobody registered, and who lives behind it: told where there is no network. */
export async function addsDoor(field: Field, building: string) {
  await field.open('index')
  await field.press(/^入户登记/)
  await field.press(/第1网格/)
  await field.press(/示例新村1幢/)
  await field.says('没有这个门牌，补登')
  await field.context.setOffline(true)
  await field.press('没有这个门牌，补登')
  await written(field, '单元').fill('2单元')
  await written(field, '室号').fill('601')
  await field.fits('add a door')
  await field.press(/^提交$/)
  await chosen(field, '2 单元')
  await field.press(/^601/)
  await field.says('门牌送到后，在这里写的接着送')
  await field.press('登记住户')
  await written(field, '姓名').fill('周示七')
  await chosen(field, '业主')
  await field.fits('behind a new door')
  await field.press(/^提交$/)
  await field.says('姓名：周示七')
  await field.context.setOffline(false)
  await field.emptied()
  const added = (await field.office.as.checker('housing', 'chart', { building })).rows.find(({ room }) => room === '601')!
  assert.deepEqual([added.entrance, added.floor, added.people], ['2', 6, 1])
}

/** Out of the fourth door somebody has moved, behind the third somebody lives now: told in the cellar, accepted at the desk. */
export async function stewardTells(field: Field, units: readonly string[]) {
  const names = async (at: number) => (await field.office.as.checker('doorstep', 'residents', { housing: units[at]! })).rows.map(({ name }) => name)
  const accept = (words: string) => field.page().locator('.card:visible').filter({ hasText: words }).getByRole('button', { name: '采纳', exact: true }).click()
  await field.signInAs(field.names.steward)
  await field.press(/^上报变动/)
  await field.says('张示三')
  await field.seen('telldoors')
  await field.context.setOffline(true)
  await field.press(/张示三/)
  await chosen(field, '昨天')
  await written(field, '备用电话').fill('13900000077')
  await field.press(/^提交$/)
  await field.says('等网络')
  await field.press('有人住进来')
  await field.press(/2单元201室/)
  await written(field, '姓名').fill('钱示五')
  await chosen(field, '租客')
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
