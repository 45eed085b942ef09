import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { atDesk, onPhone } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** Whose pages are which. */
const desks: Record<string, string[]> = {
  shouli: ['/', '/event', '/event/new', '/desk', '/supervision', '/board', '/map', '/notice', '/me', '/attend'],
  paiqian: ['/approval', '/whistle', '/whistle?tab=figures', '/whistle/new'],
  lingdao: ['/sandtable?tab=list', '/indicators', '/indicators/one?code=inTime30', '/indicators/analysis', '/indicators/analysis?tab=pivot', '/bulletin', '/bulletin?tab=waiting', '/bulletin?tab=report', '/bulletin/verify?digest=0123456789abcdef', '/insight', '/insight?tab=structure', '/insight?tab=unit', '/insight?tab=post', '/insight?tab=recurring', '/insight?tab=frozen', '/governance', '/governance?tab=clues', '/reception-board', '/reception-board/talks?which=handed', '/risk', '/risk?tab=warning', '/risk?tab=list'],
  zhifa: ['/', '/whistle'],
  shegong001: ['/person', '/person/new', '/housing', '/enterprise', '/enterprise/new', '/claim', '/transfer', '/entry', '/intake', '/rights', '/attend', '/learning', '/knowledge', '/knowledge/new', '/knowledge/import', '/risk?tab=care'],
  shuji01: ['/bulletin/make', '/ledger', '/ledger?tab=months', '/ledger/make', '/ledger-export', '/ledger-export?tab=decide', '/logbook', '/logbook/make?template=00000000-0000-7000-8000-000001200001', '/reception-board', '/learning?tab=review', '/duty', '/knowledge', '/knowledge/try'],
  xitong: ['/area', '/unit', '/atlas', '/atlas?tab=border&parent=%2F33%2F99%2F01%2F008%2F005%2F', '/atlas?tab=plan', '/atlas?tab=change', '/matter', '/matter?tab=whistle', '/routing', '/risk-rule', '/calendar', '/area-fact', '/indicators/define', '/dictionary', '/field', '/field?tab=rank', '/tag', '/account', '/system'],
  anquan: ['/account', '/role', '/deputy'],
  shenji: ['/audit', '/processing', '/retention'],
}

const ownPages = {
  'home/index': '邻里', 'report/index': '我要上报', 'event/list': '我的事件', 'talk/index': '问社工', 'talk/list': '我的对话', 'me/index': '我的', 'me/devices': '登录设备', 'privacy/index': '隐私中心', 'privacy/notice': '个人信息处理规则', 'privacy/rights': '我的个人信息请求',
}

export function pages(open: () => World): void {
  for (const [signInName, paths] of Object.entries(desks)) {
    test(`every page of ${signInName} can be read by everybody, at a desk and on a phone`, async () => {
      const page = await atDesk(open(), signInName)
      for (const path of paths) {
        for (const [shape, width, height] of [['desk', 1366, 768], ['phone', 390, 844]] as const) {
          await page.setViewportSize({ width, height })
          if (shape === 'desk') await page.goto(path)
          await looked(page, `${shape} ${path}`, `console-${shape}${path.replaceAll(/[/?=]/g, '-')}`, { isSeen: shape === 'phone' })
        }
      }
    })
  }

  test('every page of a resident can be read by everybody, in both editions', async () => {
    const page = await onPhone(open(), `1390000${8000 + Date.now() % 1000}`)
    for (const edition of ['standard', 'elder']) {
      await page.goto('/m/')
      if (edition === 'elder') await page.getByRole('button', { name: '大字版', exact: true }).click()
      for (const [path, title] of Object.entries(ownPages)) {
        await page.goto(`/m/#/pages/${path}`)
        await page.getByRole('heading', { name: title, exact: true }).first().waitFor()
        await looked(page, `${edition} ${path}`, `resident-${edition}-${path.replace('/', '-')}`)
      }
    }
    await page.goto('/m/#/pages/home/index')
    await picture(page, 'resident-elder')
  })
}

/** Loaded, nothing axe calls a fault, nothing that runs out at the side. */
async function looked(page: Page, where: string, name: string, seen?: { isSeen: boolean }): Promise<void> {
  await page.getByRole('heading').first().waitFor()
  await page.locator('.ant-spin-spinning, .ant-skeleton-active').first().waitFor({ state: 'detached', timeout: 10_000 }).catch(() => undefined)
  await picture(page, name)
  await axeFindsNothing(page, where, seen)
  const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  assert.ok(Number(over) <= 0, `${where} runs out at the side by ${String(over)} px`)
}
