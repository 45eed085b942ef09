import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const drawerOf = (page: Page) => page.locator('.ant-drawer-content-wrapper:visible').last()
const tile = (page: Page, words: string) => page.getByRole('button', { name: new RegExp(`^${words}\\s*\\d+$`) })
const openOf = async (page: Page, words: string) => Number(/\d+$/.exec(await tile(page, words).innerText())![0])
/** The figure follows what was done. */
const becomes = (page: Page, words: string, open: number) => page.getByRole('button', { name: new RegExp(`^${words}\\s*${open}$`) }).waitFor()

export const quality = (open: () => World) => void test('a social worker looks at what is wrong behind a figure, finds some right, moves others out, and takes both back', async () => {
  const page = await atDesk(open(), 'shegong002')
  await page.goto('/quality')
  await tile(page, '没有证件号码').waitFor()
  for (const words of ['没有关联房屋', '没有证件号码', '证件号码无效', '电话号码无效', '一年未核对', '疑似已搬离', '两个社区登记', '房屋没有住户']) assert.ok(await openOf(page, words) >= 0)
  await axeFindsNothing(page, 'the quality board')

  const stale = await openOf(page, '一年未核对')
  await tile(page, '一年未核对').click()
  const list = page.getByRole('region', { name: '一年未核对清单' })
  const names = await chosen(list, 3)
  await picture(page, 'console-quality')
  await axeFindsNothing(page, 'a list of flaws with some chosen')
  await page.getByRole('button', { name: '核对无误', exact: true }).click()
  await page.getByText('已确认无误 3 人').waitFor()
  await becomes(page, '一年未核对', stale - 3)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText('已撤销 3 人，都恢复原样').waitFor()
  await becomes(page, '一年未核对', stale)
  for (const name of names) await list.getByRole('link', { name, exact: true }).first().waitFor()

  const bare = await openOf(page, '房屋没有住户')
  const gone = await openOf(page, '疑似已搬离')
  await tile(page, '疑似已搬离').click()
  await chosen(page.getByRole('region', { name: '疑似已搬离清单' }), 2)
  await page.getByRole('button', { name: '登记迁出…' }).click()
  await drawerOf(page).getByLabel('迁出本街道').check()
  await axeFindsNothing(page, 'moving many out')
  await drawerOf(page).getByRole('button', { name: '登记迁出', exact: true }).click()
  await page.getByText('已登记迁出 2 人').waitFor()
  await becomes(page, '疑似已搬离', gone - 2)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText('已撤销 2 人，都恢复原样').waitFor()
  await becomes(page, '疑似已搬离', gone)
  // Whoever lived alone left a home without anybody for a moment.
  await becomes(page, '房屋没有住户', bare)

  await tile(page, '房屋没有住户').click()
  await chosen(page.getByRole('region', { name: '房屋没有住户清单' }), 2)
  await page.getByRole('button', { name: '登记空置' }).click()
  await page.getByText('已登记空置 2 套').waitFor()
  await becomes(page, '房屋没有住户', bare - 2)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText('已撤销 2 套，都恢复原样').waitFor()
  await becomes(page, '房屋没有住户', bare)
  await page.setViewportSize({ width: 390, height: 844 })
  await axeFindsNothing(page, 'the quality board on a phone')
})

async function chosen(list: ReturnType<Page['getByRole']>, count: number): Promise<string[]> {
  await list.getByRole('row').nth(count).waitFor()
  const names: string[] = []
  for (let at = 1; at <= count; at += 1) {
    const row = list.getByRole('row').nth(at)
    names.push(await row.getByRole('link').first().innerText())
    await row.getByRole('checkbox').check()
  }
  return names
}

/** Somebody who keeps the base of the whole sub-district for a day. */
export const qualityByCommunity = (open: () => World) => void test('whoever keeps the base of the whole sub-district sees what is wrong by community, and the list behind each figure', async () => {
  const world = open()
  const [security, worker] = [await asStaff(world, 'anquan'), await asStaff(world, 'shegong007')]
  const { id: account, posts } = await worker('identity', 'me', {})
  const whole = posts[0]!.area.split('/').slice(0, 5).join('/') + '/'
  const { posts: granted } = await security('account', 'grant', { account, role: 'secretary', area: whole, until: null })
  const page = await atDesk(world, 'shegong007')
  await page.goto('/quality')
  const table = page.getByRole('region', { name: '分社区的问题数' })
  await table.getByRole('row').nth(17).waitFor()
  const figure = table.getByRole('button', { name: /^云禾里社区证件号码无效 \d+，看清单$/ })
  const count = Number(await figure.innerText())
  await figure.click()
  const heading = page.getByRole('heading', { name: '证件号码无效：云禾里社区' })
  await heading.waitFor()
  const list = page.getByRole('region', { name: '证件号码无效清单' })
  await list.getByRole('row').nth(1).waitFor()
  // Below the table of communities, it has been brought into sight.
  const { y } = (await heading.boundingBox())!
  assert.ok(y > 48 && y < 400, `the list begins at ${y} px`)
  assert.equal(await list.getByRole('checkbox').count() - 1, Math.min(count, 50))
  await axeFindsNothing(page, 'the quality board of a sub-district')
  await picture(page, 'console-quality-communities')
  await page.setViewportSize({ width: 390, height: 844 })
  await axeFindsNothing(page, 'the quality board of a sub-district on a phone')
  await picture(page, 'console-quality-communities-phone')
  await security('account', 'revoke', { account, post: granted.find(({ role, area }) => role === 'secretary' && area === whole)!.id })
})

/** Two records as an import leaves them that asks nobody: one with the number, one with what was learnt since. */
export const twins = (open: () => World) => void test('a social worker looks at two records side by side, makes them one field by field and takes it back, and says of two that they are two', async () => {
  const world = open()
  const call = await asStaff(world, 'shegong002')
  const { posts } = await call('identity', 'me', {})
  const name = `司徒示${'甲乙丙丁戊己庚辛壬癸'[Date.now() % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(Date.now() / 10) % 10]}`
  const at = { area: posts[0]!.area }
  const { id: one } = await call('person', 'enter', { values: { name, phone: '13900000077', birth: '1950-03-01', workplace: '示例甲厂' }, at, role: '01' })
  const { id: other } = await call('person', 'enter', { values: { name, phone: '13900000077', birth: '1950-03-01', workplace: '示例乙厂', education: '本科' }, at, role: '01', isSomebodyElse: [one] })
  const pair = (await call('twin', 'list', { status: 'different', limit: 100 })).rows.find((row) => [row.one.id, row.other.id].includes(other))!
  await call('twin', 'lookAgain', { id: pair.id })

  const page = await atDesk(world, 'shegong002')
  await page.goto(`/twin?pair=${pair.id}`)
  const panel = page.getByRole('region', { name: '并排比对' })
  await panel.getByRole('row', { name: /服务处所/ }).waitFor()
  await axeFindsNothing(page, 'a pair side by side')
  await panel.getByRole('radio', { name: /^服务处所：用.边的 示例乙厂$/ }).check()
  await picture(page, 'console-twin')
  await panel.getByRole('button', { name: /^合并，保留/ }).click()
  await page.getByRole('button', { name: '撤销', exact: true }).waitFor()
  const kept = await Promise.all([one, other].map((id) => call('person', 'get', { id })))
  const record = kept.find(({ standing }) => standing === 'present')!
  assert.deepEqual([kept.map(({ standing }) => standing).toSorted(), record.values.workplace, record.values.education], [['merged', 'present'], '示例乙厂', '20'])
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText('已撤销合并，两条都恢复').waitFor()
  assert.deepEqual(await Promise.all([one, other].map(async (id) => (await call('person', 'get', { id })).values.workplace)), ['示例甲厂', '示例乙厂'])

  await page.goto(`/twin?pair=${pair.id}`)
  await panel.getByRole('button', { name: '不是同一人' }).click()
  await page.getByText('已记为不是同一人').waitFor()
  await page.goto(`/twin?status=different&pair=${pair.id}`)
  await panel.getByRole('button', { name: '撤回，重新核对' }).click()
  await page.getByText('已撤回，回到待核对').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/twin?pair=${pair.id}`)
  await panel.getByRole('row', { name: /服务处所/ }).waitFor()
  await axeFindsNothing(page, 'a pair on a phone')
  await picture(page, 'console-twin-phone')
})
