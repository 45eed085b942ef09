import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dispatched, openField } from './field-person.ts'
import type { Field } from './field-person.ts'
import { hugePhoto } from './photo.ts'

let field: Field
before(async () => { field = await openField() })
after(() => field.close())

const visible = (name: string | RegExp) => field.page().getByRole('button', { name }).filter({ visible: true })

async function handling(description: string): Promise<string> {
  const id = await dispatched(field.office, description)
  await field.office.as.handler('event', 'take', { id, take: { step: 'sign' } })
  return id
}

test('the phone is full: what was written is still there, nothing is said to be on its way, and it goes out once there is room', async () => {
  await field.signInAs(field.names.handler)
  const id = await handling('花坛被踩坏')
  await field.open(`event?id=${id}`)
  await field.press('登记处置')
  await field.page().getByLabel('处置情况').fill('已补种')
  await field.page().evaluate(() => {
    const { put } = IDBObjectStore.prototype
    Object.assign(window, { makeRoom: () => { IDBObjectStore.prototype.put = put } })
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }
  })
  await field.press(/^提交$/)
  await field.says('没有存下来，手机空间可能不够了，请清理后再试')
  assert.equal(await field.page().getByLabel('处置情况').inputValue(), '已补种')
  await field.shootInto('现场照片')
  await field.says('照片没有存下来，手机空间可能不够了')
  await field.page().evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom())
  await field.press(/^提交$/)
  await field.says(/已送达/)
  assert.equal((await field.journal(id)).at(-1), 'event.handled')
})

test('a photo of more than 10 MB is made small enough for a stairwell; one that cannot be opened is refused with words', async () => {
  const id = await handling('宣传栏玻璃碎了')
  await field.open(`event?id=${id}`)
  await field.press('登记处置')
  const huge = await hugePhoto()
  assert.ok(huge.buffer.length > 10 * 1024 * 1024, `${huge.buffer.length}`)
  await field.shoot('现场照片', huge)
  assert.ok(await field.largest() <= 300 * 1024)
  await field.shootInto('现场照片', { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.alloc(4000, 7)]) })
  await field.says(/这张照片打不开（可能是 HEIC 格式），没有保存/)
  assert.equal(await field.page().locator('.photo-grid__remove:visible').count(), 1)
})

test('what stands before the server finds the photo too large: it is said, and sent without it', async () => {
  const { context } = field
  await context.route('**/api/file/upload', (route) => route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>413 Request Entity Too Large</h1>' }))
  await field.page().getByLabel('处置情况').fill('已清理碎玻璃')
  await field.press(/^提交$/)
  await field.says(/照片太大，服务器没有收下/)
  await field.press('改一改再发')
  await field.press(/删除现场照片/)
  await context.unroute('**/api/file/upload')
  await field.press(/^提交$/)
  await field.says(/已送达/)
  await field.emptied()
})

test('the session ended while there was no network: it is said how much waits, and it goes out after signing in again', async () => {
  const { context, city } = field
  const id = await handling('台阶松动')
  await field.open(`event?id=${id}`)
  await visible('登记处置').waitFor()
  await context.setOffline(true)
  await field.press('登记处置')
  await field.page().getByLabel('处置情况').fill('已加固')
  await field.press(/^提交$/)
  await field.says('等网络')
  await city.sql(`delete from session where account = $1 and device like '%Mozilla%'`, [field.office.ids.handler])
  await context.setOffline(false)
  await field.says(/经办人有 1 件没有发出，都还在这部手机上/)
  await field.signInAs(field.names.handler)
  await field.emptied()
  assert.deepEqual((await field.journal(id)).filter((name) => name === 'event.handled'), ['event.handled'])
})

test('the clock of the phone is three hours fast: that is said, and neither the photo nor the trace believes it', async () => {
  const id = await handling('树枝压线')
  await field.page().clock.setSystemTime(Date.now() + 3 * 3600_000)
  await field.open('index')
  await field.says(/这部手机的时间快了 3 小时/)
  await field.open(`event?id=${id}`)
  await visible('登记处置').waitFor()
  await field.context.setOffline(true)
  await field.press('登记处置')
  await field.page().getByLabel('处置情况').fill('已修枝')
  await field.press(/^提交$/)
  await field.says('等网络')
  const [taken] = await field.parcels()
  assert.ok(Math.abs(Date.parse(taken!.takenAt) - Date.now()) < 10_000, taken!.takenAt)
  await field.context.setOffline(false)
  await field.emptied()
  await field.page().clock.setSystemTime(Date.now())
})

test('merged into another meanwhile: it is told where it went on', async () => {
  const { office: { as, lng, lat }, context } = field
  const report = () => as.resident('event', 'reportMine', { description: '绿地积水', matter: '06010', point: { lng, lat } })
  const [first, second] = [await report(), await report()]
  await as.acceptor('event', 'take', { id: second.id, take: { step: 'sendVerify' } })
  await field.signInAs(field.names.checker)
  await field.open(`event?id=${second.id}`)
  await field.press('核实属实')
  await context.setOffline(true)
  await field.page().getByLabel('说明').fill('水深十厘米')
  await field.press(/^提交$/)
  await as.acceptor('event', 'take', { id: second.id, take: { step: 'merge', into: first.id } })
  await context.setOffline(false)
  await field.says(/现在的环节：已并案。您写的内容和照片都还在/)
  await field.says(/这件事已经和 .* 一起办/)
  assert.equal(await visible('重新发送').count(), 0)
  await field.press('删除')
  await field.page().getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await field.press('看那一件')
  await field.says('绿地积水')
})

test('what was fetched ahead opens without a network, photos too, and says how old it is', async () => {
  const { office: { as }, context } = field
  const id = await handling('雨棚漏水')
  await field.signInAs(field.names.handler)
  await field.open(`event?id=${id}`)
  await field.press('反馈结果')
  await field.shoot('处置后照片')
  await field.page().getByLabel('处理结果').fill('已换雨棚。')
  await field.press(/^提交$/)
  await field.says(/已送达/)
  await field.signInAs(field.names.checker)
  await field.open('index')
  const [photo] = (await as.checker('event', 'get', { id })).photos
  await field.seen(`thumb./api/file/${photo!.id}?size=thumb`)
  await field.seen(`event.${id}`, '"check"')
  await field.seen('units')
  await context.setOffline(true)
  await field.press(/雨棚漏水/)
  await field.press('核查通过')
  await field.page().waitForFunction(() => [...document.querySelectorAll('.staff__compare img')].some((image) => (image as HTMLImageElement).naturalWidth > 0 && (image as HTMLImageElement).src.startsWith('data:')))
  await field.open('kept')
  await field.says(/\d+ 个，今天 .* 取的/)
  await field.says('环卫所')
  await field.open('find?text=1')
  await field.says(/网络不通/)
  await context.setOffline(false)
})
