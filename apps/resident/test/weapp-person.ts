import { after, before } from 'node:test'
import { toGcj02 } from '@linli/standards/coordinates'
import { built } from './built.mjs'
import { startCity } from './city.ts'
import type { City, Office } from './city.ts'
import { startWeapp } from './weapp-host.ts'
import type { Weapp } from './weapp-host.ts'
import { connected } from './weapp-phone.ts'

let people = 1000
let codes = 0

type Stage = { folder: string, city: City, office: Office }

/** The built mini-program, a server and an office, for all stories of a file; there from the first one on. `ready`: what has to be done before that. */
export function openStage(ready: (stage: Stage) => Promise<void> = async () => {}): Stage {
  const stage = {} as Stage
  before(async () => {
    stage.folder = await built('weapp')
    stage.city = await startCity()
    stage.office = await stage.city.office()
    await ready(stage)
  })
  after(() => stage.city.close())
  return stage
}

/** Somebody with a phone of their own, in front of the place of the story, who is known to WeChat. */
export function somebody({ folder, city: { address }, office: { lng, lat } }: Stage) {
  people += 1
  const number = `1390000${people}`
  const [longitude, latitude] = toGcj02([lng, lat])
  const signInCode = () => `w${people}.${codes += 1}`
  const photos = [{ path: 'wxfile://camera/1.jpg', size: 3_000_000 }]
  const phone = connected(address, { signInCode, photos, place: { longitude, latitude }, picked: { longitude, latitude, name: '示例广场东门', address: '示例路 1 号' } })
  return { app: startWeapp(folder, phone), phone, number, phoneCode: () => `${number}.${codes += 1}` }
}

export const tapOn = async (app: Weapp, name: string) => {
  await app.until(() => app.find(name, 'button') !== undefined)
  app.tap(app.find(name, 'button'))
}

export const choose = async (app: Weapp, name: string, role: 'radio' | 'checkbox') => {
  await app.until(() => app.find(name, role) !== undefined)
  app.tap(app.find(name, role))
  await app.until(() => app.find(name, role)?.attributes['aria-checked'] === true)
}

/** The one thing to do in the layer or on the page. */
export const mainButton = (app: Weapp) => app.withClass('button--main').find(({ attributes }) => attributes['aria-role'] === 'button')

export const entry = (app: Weapp, name: string) => app.nodes().find(({ tag, attributes }) => (tag === 'input' || tag === 'textarea') && attributes['aria-label'] === name)

export const write = async (app: Weapp, name: string, text: string) => {
  await app.until(() => entry(app, name) !== undefined)
  app.type(entry(app, name), text)
}

/** From the page in front to the page in front, by WeChat. */
export async function signIn({ app, phoneCode }: ReturnType<typeof somebody>) {
  await tapOn(app, '去登录')
  await choose(app, '我已了解', 'checkbox')
  await tapOn(app, '微信一键登录')
  await app.until(() => app.text().includes('允许使用手机号'))
  app.givePhone(app.withClass('button--main')[0], phoneCode())
}

/** From the first page to what waits for a member of staff. */
export async function signInStaff(app: Weapp, name: string, password: string) {
  await tapOn(app, '我的登录')
  await tapOn(app, '工作人员入口')
  await tapOn(app, '去登录')
  await write(app, '登录名', name)
  await write(app, '密码', password)
  app.tap(mainButton(app))
}
