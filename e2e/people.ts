import { createCall, type Call } from '@linli/client'
import { maskPhone } from '@linli/standards'
import type { Page } from 'playwright-core'
import type { World } from './world.ts'

/** The one password of the demo's people, as the start prints it. */
export const password = 'Linhe-2026'

const posting = ({ address }: World) => (token?: string): Call => createCall(async (path, body) => {
  const answer = await fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
})

/** Somebody who asks the server without a screen: the office, while the story looks at a phone. */
export async function asStaff(world: World, name: string): Promise<Call> {
  const post = posting(world)
  const { token } = await post()('identity', 'signIn', { name, password, client: 'miniProgram' })
  return post(token!)
}

/** A resident without a screen, while the story looks at a desk. */
export async function asResident(world: World, phone: string): Promise<Call> {
  const post = posting(world)
  await post()('identity', 'sendCode', { phone })
  const { token } = await post()('identity', 'signInByCode', { phone, code: await codeSent(world, phone), client: 'miniProgram' })
  return post(token!)
}

/** The newest code for a number, from the page where a demonstration shows its text messages. */
async function codeSent({ address }: World, phone: string): Promise<string> {
  for (let tries = 0; tries < 80; tries += 1) {
    const shown = await (await fetch(`${address}/simulator/sms?still`)).text()
    const code = shown.split('<tr').find((row) => row.includes(maskPhone(phone)))?.match(/验证码为\D*(\d{6})\D/)?.[1]
    if (code) return code
    await new Promise((resolve) => void setTimeout(resolve, 250))
  }
  throw new Error('no text message came')
}

/** A member of staff or a unit at a desk, signed in. */
export async function atDesk(world: World, signInName: string): Promise<Page> {
  const { page } = await world.window('desk')
  await page.goto('/')
  await page.getByLabel('登录名').fill(signInName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: /今日待办|辖区|人员|审计/ }).first().waitFor()
  return page
}

/** The same at a page of theirs, without the way through the sign-in page and the first one. */
export async function atPage(world: World, signInName: string, path: string): Promise<Page> {
  const { page, context } = await world.window('desk')
  const answer = await context.request.post('/api/identity/signIn', { data: { name: signInName, password, client: 'browser' } })
  if (!answer.ok()) throw new Error(`${signInName} could not sign in: ${answer.status()}`)
  await page.goto(path)
  return page
}

/** A resident with a phone, signed in with the code of a text message. */
export async function onPhone(world: World, number: string): Promise<Page> {
  const { page } = await world.window('phone')
  await page.goto('/m/')
  await page.getByRole('button', { name: /我要上报/ }).or(page.getByRole('link', { name: /我要上报/ })).first().click()
  await page.getByRole('button', { name: '去登录' }).click()
  await page.getByLabel('我已了解，同意按规则处理').check()
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByText('验证码已发送').waitFor()
  await page.getByLabel('短信验证码').fill(await codeSent(world, number))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('登录成功').waitFor()
  return page
}
