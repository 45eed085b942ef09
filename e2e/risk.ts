import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaAt } from '@linli/standards'
import type { Call } from '@linli/client'
import { asStaff, atPage } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

export const risks = (open: () => World) => {
  void test('the street sees which places are red and why, a worker sees to one warning and calls another a false alarm, and both are told of afterwards', async () => {
    const world = open()
    const leader = await asStaff(world, 'lingdao')
    await measured(leader)
    const page = await atPage(world, 'lingdao', '/risk')
    const kinds = page.getByRole('region', { name: '各类对象的颜色' })
    await kinds.getByRole('row', { name: /^楼幢/ }).waitFor()
    await page.getByText('关爱对象只显示人数').waitFor()
    await axeFindsNothing(page, 'the board of risks')
    await picture(page, 'console-risk')
    await kinds.getByRole('link', { name: /^楼幢.色 \d+，看清单$/ }).first().click()
    const { rows: [first] } = await leader('risk', 'list', { kind: 'building' })
    await page.getByRole('table').getByRole('link', { name: first!.name }).first().click()
    await page.getByRole('heading', { name: first!.name }).waitFor()
    // Every point says by which rule it is given and opens what it is made of.
    const whole = await leader('risk', 'subject', { kind: 'building', id: first!.id })
    const score = page.getByRole('region', { name: '分值与原因' })
    for (const { name, points, weight } of whole.parts) {
      const part = score.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) }).first()
      await part.getByText(`${points} / ${weight} 分`).waitFor()
      await part.getByRole('list', { name: `${name}的依据` }).getByRole('listitem').first().waitFor()
    }
    await axeFindsNothing(page, 'why a building has its colour')
    await picture(page, 'console-risk-why')
    const behind = whole.parts.flatMap(({ records }) => records).find(({ kind }) => kind === 'event')!
    await score.getByRole('link', { name: behind.label }).first().click()
    await page.waitForURL(`**/event/${behind.id}`)
    await page.getByText(behind.label.split(' ')[0]!).first().waitFor()
    await page.goBack()
    await score.getByRole('link', { name: whole.parts[0]!.name, exact: true }).click()
    await page.getByRole('heading', { name: /风险规则第 \d+ 版/ }).waitFor()

    const { keeper, seen, wrong } = await ofOneCommunity(leader)
    const desk = await atPage(world, keeper, '/risk?tab=warning&state=open&kind=building')
    await desk.getByRole('table').getByRole('row').nth(1).waitFor()
    await axeFindsNothing(desk, 'warnings')
    await desk.goto(`/risk/warning/${seen.id}`)
    await desk.getByRole('region', { name: '预警时的原因' }).getByRole('listitem').first().waitFor()
    await axeFindsNothing(desk, 'a warning')
    await picture(desk, 'console-risk-warning')
    await desk.getByRole('button', { name: '登记处置' }).click()
    const form = desk.getByRole('dialog')
    await form.getByLabel('发现情况').fill('二楼平台拉线充电')
    await form.getByLabel('处置情况').fill('当场拆除，劝业主用充电棚')
    await axeFindsNothing(desk, 'seeing to a warning')
    await form.getByRole('button', { name: '登记处置' }).click()
    await desk.getByText('已登记处置，30 天后回看成效').waitFor()
    await desk.getByText('当场拆除，劝业主用充电棚').waitFor()
    await desk.getByRole('link', { name: '看现在的分值和以前的预警' }).click()
    await desk.getByRole('listitem').filter({ hasText: '当场拆除，劝业主用充电棚' }).getByText('已处置').waitFor()
    await picture(desk, 'console-risk-trace')

    await desk.goto(`/risk/warning/${wrong.id}`)
    await desk.getByRole('button', { name: '标记误报' }).click()
    await form.getByRole('radio').first().check()
    await form.getByLabel('说明').fill('同一户多次上报')
    await form.getByRole('button', { name: '标记误报' }).click()
    await desk.getByText('已标记误报').waitFor()
    await desk.getByText(/：同一户多次上报/).waitFor()
    const after = await leader('risk', 'warning', { id: wrong.id })
    assert.deepEqual([after.state, after.mayHandle], ['mistaken', false])
  })

  void test('who keeps the rules changes a number, sees whom the last month would have warned of, and leaves it or publishes it', async () => {
    const world = open()
    const keeper = await asStaff(world, 'xitong')
    await measured(await asStaff(world, 'lingdao'))
    const { version } = await keeper('risk', 'rules', {})
    const page = await atPage(world, 'xitong', '/risk-rule')
    const name = '消防、电动车反复发生'
    const change = async (to: Record<string, string>) => {
      await page.getByRole('button', { name: `修改“${name}”` }).click()
      const form = page.getByRole('dialog')
      for (const [label, value] of Object.entries(to)) await form.getByLabel(label, { exact: true }).fill(value)
      await axeFindsNothing(page, 'a rule of risks')
      await form.getByRole('button', { name: '存入草稿' }).click()
      await form.waitFor({ state: 'hidden' })
      await page.getByText('草稿还没有生效。').waitFor()
      await page.getByRole('link', { name: '试算并发布' }).click()
      await page.getByRole('region', { name: '草稿', exact: true }).waitFor()
    }
    const warned = async (set: string) => Number((await page.getByRole('region', { name: set, exact: true }).getByRole('definition').first().textContent())!)
    await page.getByText(/近 90 天预警/).first().waitFor()
    await axeFindsNothing(page, 'rules of risks')
    await picture(page, 'console-risk-rules')
    await change({ 满分是几分: '0', 达到多少直接定红色: '', 达到多少直接定橙色: '', 达到多少直接定黄色: '' })
    assert.ok(await warned('草稿') < await warned('现行规则'), 'a rule that says less warns of fewer')
    await page.getByText('不再预警').first().waitFor()
    await axeFindsNothing(page, 'the last month by other rules')
    await picture(page, 'console-risk-try-out')
    // Of people only how many.
    await page.getByText('关爱对象', { exact: true }).or(page.getByTitle('关爱对象')).first().click()
    await page.getByText('关爱对象只算人数').waitFor()
    await page.goto('/risk-rule')
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await page.getByText('草稿还没有生效。').waitFor({ state: 'detached' })
    assert.equal((await keeper('risk', 'rules', {})).version!.no, version!.no, 'nothing holds that was not published')

    await change({ 满分是几分: '41' })
    await page.getByLabel('说明').fill('按上月误报调整')
    await page.getByRole('button', { name: '发布这一版' }).click()
    await page.getByText(`已发布第 ${version!.no + 1} 版`).waitFor()
    await page.getByText(`现行第 ${version!.no + 1} 版`).waitFor()
  })

  void test('how much care somebody needs is seen where they live by who cares for them, every look is on record, and nobody else is told', async () => {
    const world = open()
    await measured(await asStaff(world, 'lingdao'))
    const page = await atPage(world, 'shegong001', '/risk?tab=care')
    const row = page.getByRole('table').getByRole('row').nth(1)
    await row.getByRole('link').first().waitFor()
    await axeFindsNothing(page, 'who needs care')
    await row.getByRole('link').first().click()
    await page.getByText('本次查看已留下记录').waitFor()
    await page.getByText('不自动作出任何决定').waitFor()
    await axeFindsNothing(page, 'how much care somebody needs')
    await picture(page, 'console-risk-care')
    const address = new URL(page.url())
    const [kind, id] = ['person' as const, address.searchParams.get('id')!]
    const { rows: looks } = await (await asStaff(world, 'shenji'))('audit', 'list', { name: 'risk.careSubject.looked' })
    assert.ok(looks.length > 0, 'the look is on record')

    const grid = await atPage(world, 'wangge001', '/risk')
    await grid.getByRole('tab', { name: '地点风险' }).waitFor()
    assert.equal(await grid.getByRole('tab', { name: '关爱对象' }).count(), 0)
    await grid.goto(address.pathname + address.search)
    await grid.getByText('您没有查看这一页的权限').first().waitFor()
    assert.equal(await grid.getByRole('region', { name: '分值与原因' }).count(), 0)
    for (const [name, code] of [['wangge001', 'may.not'], ['lingdao', 'may.not'], ['xitong', 'may.not'], ['shuji02', 'not-found']] as const) await assert.rejects((await asStaff(world, name))('risk', 'careSubject', { kind, id }), { code }, name)
  })
}

/** A platform of this minute measures everything first. */
async function measured(leader: Call): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { kinds } = await leader('risk', 'board', {})
    const isSeen = (wanted: string) => kinds.some(({ kind, counts }) => kind === wanted && Object.values(counts).some((one) => one !== 0))
    if (isSeen('building') && isSeen('person') && kinds.some(({ warnings }) => warnings > 0)) return
    await new Promise((resolve) => void setTimeout(resolve, 1000))
  }
  throw new Error('nothing was measured')
}

/** A secretary who has two warnings of buildings to see to. */
async function ofOneCommunity(leader: Call) {
  const { rows } = await leader('risk', 'warnings', { state: 'open', kind: 'building', limit: 100 })
  const of = Map.groupBy(rows, ({ area }) => areaAt(area, 'community')!)
  const [community, [seen, wrong]] = [...of].find(([, some]) => some.length > 1)!
  return { keeper: `shuji${community.slice(-3, -1)}`, seen: seen!, wrong: wrong! }
}
