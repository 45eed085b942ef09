import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPerson } from './h5-person.ts'
import type { Person } from './h5-person.ts'
import { drawnPhoto } from './photo.ts'

let person: Person
before(async () => {
  person = await openPerson()
  await person.signInAs(person.office.tokens.resident)
})
after(() => person.close())

test('of ten photos nine are taken and the tenth is told; what is no photo says so and is not sent again', async () => {
  const { page, button, says, open } = person
  await open('#/pages/report/index')
  const photo = await drawnPhoto('#3a7')
  const [all] = await Promise.all([page.waitForEvent('filechooser'), button('添加照片').click()])
  await all.setFiles(Array.from({ length: 10 }, () => photo))
  await says('最多 9 张照片，有 1 张没有加上')
  await button('删除第 9 张照片').click()
  await page.locator('.photo-grid__state').first().waitFor({ state: 'detached' })
  const [wrong] = await Promise.all([page.waitForEvent('filechooser'), button('再加 1 张').click()])
  await wrong.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') })
  await says('第 9 张照片不能用：只能上传照片（JPG、PNG、WebP）。请删除后再提交')
  assert.equal(await button(/点此重传/).count(), 0)
  await page.getByLabel('发生了什么').fill('路灯坏了')
  await page.getByRole('radio', { name: /路灯/ }).first().waitFor()
  await button('提交').click()
  await says('请选择地点')
  for (let left = 9; left > 0; left -= 1) await button('删除第 1 张照片').click()
})

test('nothing is sent without the photos that a slow phone is still making small', async () => {
  const { page, button, says } = person
  await page.evaluate(() => {
    const { toBlob } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.toBlob = function slowly(...told) { setTimeout(() => toBlob.apply(this, told), 1500) }
  })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('添加照片').click()])
  await chooser.setFiles(await drawnPhoto('#37a'))
  await button('删除第 1 张照片').waitFor()
  await button('提交').click()
  await says('照片还在上传，请稍等')
  await page.locator('.photo-grid__state').waitFor({ state: 'detached' })
  await button('删除第 1 张照片').click()
})

test('photos that had not arrived are told after the page was closed', async () => {
  const { page, context, button, says } = person
  await context.route('**/api/file/upload', () => undefined)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('添加照片').click()])
  await chooser.setFiles(await drawnPhoto('#a73'))
  await says(/上传中/)
  await page.reload()
  await says('有 1 张照片当时没有传完，请重新添加')
  await context.unroute('**/api/file/upload')
  await button('清空重写').click()
  await page.getByRole('dialog').getByRole('button', { name: '清空', exact: true }).click()
})

test('who does not give their place is told what else there is', async () => {
  const { context, button, says } = person
  await context.clearPermissions()
  await button('用我现在的位置').click()
  await says('没有得到定位的允许，请在手机设置里打开，或在地图上选、按名称找')
})

test('the directory finds by the words people use, too', async () => {
  const { page, button } = person
  await button('从目录里选').click()
  await page.getByLabel('查找').fill('太吵')
  await button(/噪声扰民/).waitFor()
  await button('返回').click()
})

test('nothing went wrong unseen: no script error, no blocked resource, no foreign address', () => {
  // What is no photo was refused, as was asked for.
  assert.deepEqual(person.faults.filter((fault) => !/status of 415/.test(fault)), [])
})
