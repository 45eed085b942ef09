import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dispatched, openField, until } from './field-person.ts'
import type { Field } from './field-person.ts'
import { drawnPhoto } from './photo.ts'

let field: Field
before(async () => {
  field = await openField()
  await field.office.as.shiftLeader('reply', 'write', { name: '下水已疏通', text: '您反映的{事项}已由{承办单位}疏通，{社区}会回头看。', matters: ['06'], steps: ['feedback'] })
})
after(() => field.close())

test('staff sign in by name and password, see what waits for them, and are nobody on the pages of residents', async () => {
  await dispatched(field.office, '桥头垃圾没人收')
  await field.openResident('#/pages/me/index')
  await field.press(/工作人员入口/)
  await field.press('去登录')
  await field.page().getByLabel('登录名').fill(field.names.handler)
  await field.page().getByLabel('密码').fill('Wrong-2026-words')
  await field.press(/^登录$/)
  await field.says('账号或密码不正确')
  await field.page().getByLabel('密码').fill(field.password)
  await field.press(/^登录$/)
  await field.says('等我办的 1 件')
  await field.says(/米 · /)
  assert.equal(await field.page().getByRole('button', { name: '随手拍上报' }).count(), 0, 'a unit reports nothing')
  await field.openResident('#/pages/event/list')
  await field.says('请先登录')
})

test('without a network the pages open, and an event is signed, handled and answered; what was tapped goes out once, after the phone came back to life', async () => {
  const { context, office } = field
  const id = await dispatched(office, '南门下水道堵了')
  await field.open('index')
  await field.says('南门下水道堵了')
  await field.page().evaluate(() => navigator.serviceWorker.ready)
  // What is on the list is fetched ahead, and after it what the office usually says.
  await field.seen(`event.${id}`)
  await field.seen('replies')
  await context.setOffline(true)
  await field.page().reload()
  await field.says(/现在连不上网，显示的是/)
  // Rows grow by the distance once the phone knows where it is.
  await field.says(/米 · /)
  await field.press(/南门下水道堵了/)
  await field.press(/^签收$/)
  await field.says('已存在手机上')
  await field.press('反馈结果')
  await field.shoot('处置后照片')
  await field.press(/常用回复（1 条）/)
  await field.press(/下水已疏通/)
  assert.match(await field.page().getByLabel('处理结果').inputValue(), /^您反映的暴露垃圾已由.+疏通，.+社区会回头看。$/)
  await field.page().getByLabel('处理结果').fill('由【请填写承办单位】疏通')
  await field.press(/^提交$/)
  await field.says('还有“【请填写承办单位】”没有填')
  await field.page().getByLabel('处理结果').fill('已疏通，盖板换新。')
  // It is written a moment after the letter.
  await until(async () => JSON.stringify(await field.parcels()).includes('已疏通，盖板换新。'))
  await field.page().reload()
  await field.says('处置后照片')
  assert.equal(await field.page().getByLabel('处理结果').inputValue(), '已疏通，盖板换新。', 'what was written outlives the page')
  await field.press(/^提交$/)
  await field.open('outbox')
  await field.says(/2 件等着发送/)
  await field.page().reload()
  await field.says(/2 件等着发送/)
  assert.equal((await office.as.handler('event', 'get', { id })).status, 'dispatched')
  await context.setOffline(false)
  await field.says('都发出去了')
  const seen = await office.as.checker('event', 'get', { id })
  assert.deepEqual([seen.status, seen.publicReply, seen.photos.map(({ part }) => part)], ['feedback', '已疏通，盖板换新。', ['after']])
  assert.deepEqual((await field.journal(id)).slice(-2), ['event.signed', 'event.fed-back'])
})

test('a photo is at most 300 KB and carries time and place', async () => {
  await field.signInAs(field.names.checker)
  await field.open('report')
  const [camera] = await Promise.all([field.page().waitForEvent('filechooser'), field.press('拍照：处置前照片')])
  await camera.setFiles([await drawnPhoto('#fff')])
  await field.page().locator('.photo-grid__photo:visible').waitFor()
  const { bytes, dark, light } = await field.page().evaluate(() => new Promise<{ bytes: number, dark: boolean, light: boolean }>((done) => {
    const asked = indexedDB.open('linli')
    asked.onsuccess = () => {
      const all = asked.result.transaction('photo').objectStore('photo').getAll()
      all.onsuccess = async () => {
        asked.result.close()
        const blob = all.result[0] as Blob
        const image = await createImageBitmap(blob)
        const paper = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d')!
        paper.drawImage(image, 0, 0)
        const foot = [...paper.getImageData(0, image.height - 60, image.width, 1).data].filter((_, at) => at % 4 === 0)
        done({ bytes: blob.size, dark: foot.some((value) => value < 130), light: foot.some((value) => value > 200) })
      }
    }
  }))
  assert.ok(bytes <= 300 * 1024, `${bytes}`)
  assert.ok(dark && light, 'white words on a dark band')
  await field.press(/删除处置前照片/)
})

test('a verification is confirmed and a result checked, each with a photo', async () => {
  const { office } = field
  const { as, lng, lat } = office
  const { id } = await as.resident('event', 'reportMine', { description: '听说池塘有异味', matter: '06010', point: { lng, lat } })
  await as.acceptor('event', 'take', { id, take: { step: 'sendVerify' } })
  await field.open('index')
  await field.press(/听说池塘有异味/)
  await field.press('核实属实')
  await field.shoot('现场照片')
  await field.press(/^提交$/)
  await field.says(/已送达/)
  assert.equal((await as.acceptor('event', 'get', { id })).status, 'accepted')
  await as.shiftLeader('event', 'take', { id, take: { step: 'file' } })
  await as.dispatcher('event', 'take', { id, take: { step: 'dispatch', unit: office.unit } })
  await as.handler('event', 'take', { id, take: { step: 'sign' } })
  await as.handler('event', 'take', { id, take: { step: 'feedback', publicReply: '已清理水面。', photos: [] } })
  await field.press('核查通过')
  await field.shoot('核查照片')
  await field.press(/^提交$/)
  await field.says('这件事现在不用您在手机上办')
  const seen = await as.checker('event', 'get', { id })
  assert.deepEqual([seen.status, seen.photos.map(({ part }) => part)], ['checked', ['check', 'check']])
})

test('axe finds nothing on the pages of staff in both editions, and nothing runs out of a narrow screen', async () => {
  const { context, office } = field
  const { id } = await office.as.resident('event', 'reportMine', { description: '消防栓漏水，路面结冰', matter: '06010', point: { lng: office.lng, lat: office.lat } })
  await office.as.acceptor('event', 'take', { id, take: { step: 'sendVerify' } })
  await field.open(`event?id=${id}`)
  await field.press('核实不属实')
  await field.shoot('现场照片')
  await field.page().getByLabel('与上报不符的地方').fill('已经修好')
  await context.route('**/api/identity/me', (route) => route.abort())
  await field.press(/^提交$/)
  await field.says('已存在手机上')
  for (const path of ['index', `event?id=${id}`, 'report', 'outbox', 'sign-in']) {
    await field.open(path)
    await field.atRest()
    await field.fits(path)
  }
  await context.unroute('**/api/identity/me')
})

test('nothing went wrong unseen: no script error, no blocked resource, no foreign address', () => {
  // The broken networks, the wrong password, the step that was not open and the resident’s page asked with a session of staff were asked for.
  assert.deepEqual(field.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|403|409)/.test(fault)), [])
})
