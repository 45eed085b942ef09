import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { openCity, type City } from '../../test/city.ts'
import type { Person, Subdistrict } from '../../test/city-people.ts'
import { client, startProvider, type TestProvider } from '../../test/sign-on-provider.ts'
import { visitor, type Visitor } from '../../test/visitor.ts'
import { openOutside, type OpenedOutside } from '../outside/open.ts'
import { openHttp } from './app.ts'
import { openSignOn } from './oidc.ts'

const platform = 'http://linli.example'
const returnTo = `${platform}/api/identity/oidc/callback`

let city: City
let http: FastifyInstance
let provider: TestProvider
let outside: OpenedOutside
let street: Subdistrict
let admin: Person
before(async () => {
  provider = await startProvider(returnTo)
  const oidc = { issuer: provider.issuer, ...client, label: '政务统一认证' }
  outside = await openOutside({ isDemo: true, sms: null, wechat: null, oidc })
  city = await openCity({ outside: outside.outside, env: { LINLI_URL: platform, OIDC_ISSUER: oidc.issuer, OIDC_CLIENT_ID: oidc.clientId, OIDC_CLIENT_SECRET: oidc.clientSecret, OIDC_LABEL: oidc.label } })
  http = await openHttp({ ...city.server, extraRoutes: [openSignOn] })
  street = await city.subdistrict()
  admin = await street.staff('王示一', 'systemAdmin')
})
after(async () => {
  await http.close()
  await city.close()
  await outside.close()
  await provider.close()
})

const account = async (name: string, signInName: string) =>
  (await admin.call('account', 'create', { name, signInName, phone: null, area: street.area, unit: null, side: 'staff' })).account.id
const journalOf = async (id: string) => (await city.owner.query('select name, details from journal where subject = $1 order by at, id', [id])).rows.map(({ name, details }) => [name, ...Object.values(details)])

/** Walks to the provider and comes back; where the platform then sends the browser. */
async function signOn(browser: Visitor): Promise<string | undefined> {
  const { location } = await browser.open('/api/identity/oidc/start')
  return comeBack(browser, await provider.passThrough(location!, returnTo))
}
const comeBack = async (browser: Visitor, address: string) => (await browser.open(address.slice(platform.length))).location

test('the sign-in page offers it by its name', async () => {
  assert.equal((await visitor(http).call('identity', 'signInWays', {})).oidc, '政务统一认证')
})

test('the first time an account is found by its sign-in name, afterwards by its subject, whatever the name is then', async () => {
  const id = await account('赵范三', 'zhao.fan')
  provider.is('subject-1', { preferred_username: 'Zhao.Fan' })
  const browser = visitor(http)
  assert.equal(await signOn(browser), '/')
  const me = await browser.call('identity', 'me', {})
  // The first password that was never used is gone with it.
  assert.deepEqual([me.id, me.mustChangePassword, me.hasPassword], [id, false, false])
  provider.is('subject-1', { preferred_username: 'zhao.renamed' })
  assert.equal(await signOn(visitor(http)), '/')
  assert.deepEqual(await journalOf(id), [['account.created', '赵范三', 'staff', 'zhao.fan'], ['identity.oidc-linked'], ['identity.signed-in', 'oidc'], ['identity.signed-in', 'oidc']])
})

test('a name that is linked to somebody is not linked to somebody else', async () => {
  await account('钱样四', 'qian.yang')
  provider.is('subject-2', { preferred_username: 'qian.yang' })
  assert.equal(await signOn(visitor(http)), '/')
  provider.is('subject-3', { preferred_username: 'qian.yang' })
  assert.equal(await signOn(visitor(http)), '/sign-in?problem=sign-in.not-linked')
})

test('a security administrator links a subject by hand and takes it away again', async () => {
  const security = await street.staff('孙模五', 'securityAdmin')
  const id = await account('周试六', 'zhou.shi')
  assert.equal((await security.call('account', 'linkOidc', { id, subject: 'subject-4' })).oidc, 'subject-4')
  provider.is('subject-4', {})
  assert.equal(await signOn(visitor(http)), '/')
  await security.call('account', 'linkOidc', { id, subject: null })
  assert.deepEqual((await city.owner.query(`select name, details from journal where subject = $1 and name like 'account.oidc%' order by at, id`, [id])).rows, [
    { name: 'account.oidc-linked', details: { from: null, to: 'subject-4' } }, { name: 'account.oidc-unlinked', details: { from: 'subject-4', to: null } }])
  assert.equal(await signOn(visitor(http)), '/sign-in?problem=sign-in.not-linked')
  await assert.rejects(admin.call('account', 'linkOidc', { id, subject: 'subject-4' }), { code: 'may.not' })
})

test('an address counts as a name only where the provider has verified it', async () => {
  const id = await account('吴例七', 'wu.li')
  await city.owner.query(`update account set sign_in_name = 'wu.li@linhe.example' where id = $1`, [id])
  provider.is('subject-5', { email: 'wu.li@linhe.example', email_verified: false })
  assert.equal(await signOn(visitor(http)), '/sign-in?problem=sign-in.not-linked')
  provider.is('subject-5', { email: 'wu.li@linhe.example', email_verified: true })
  assert.equal(await signOn(visitor(http)), '/')
})

test('a disabled account stays closed', async () => {
  const id = await account('郑示八', 'zheng.shi')
  await admin.call('account', 'enable', { id, isEnabled: false })
  provider.is('subject-6', { preferred_username: 'zheng.shi' })
  const browser = visitor(http)
  assert.equal(await signOn(browser), '/sign-in?problem=sign-in.disabled')
  await assert.rejects(browser.call('identity', 'me', {}), { code: 'sign-in.needed' })
  assert.deepEqual((await journalOf(id)).at(-1), ['identity.sign-in-failed', 'disabled'])
})

test('an answer that another browser began, that was changed, or that comes twice opens nothing', async () => {
  await account('冯范九', 'feng.fan')
  provider.is('subject-7', { preferred_username: 'feng.fan' })
  const [browser, thief] = [visitor(http), visitor(http)]
  const { location } = await browser.open('/api/identity/oidc/start')
  const address = await provider.passThrough(location!, returnTo)
  const refused = '/sign-in?problem=sign-in.outside'
  assert.equal(await comeBack(thief, address), refused)
  await thief.open('/api/identity/oidc/start')
  assert.equal(await comeBack(thief, address), refused)
  const began = browser.cookies.get('linli_sign_on')!
  assert.equal(await comeBack(browser, address.replace(/code=[^&]+/, 'code=made-up')), refused)
  browser.cookies.set('linli_sign_on', began)
  assert.equal(await comeBack(browser, address), '/')
  browser.cookies.set('linli_sign_on', began)
  assert.equal(await comeBack(browser, address), refused)
})

test('who takes longer than ten minutes begins again', async () => {
  const browser = visitor(http)
  city.setClock('2026-03-02T09:00:00+08:00')
  const { location } = await browser.open('/api/identity/oidc/start')
  const address = await provider.passThrough(location!, returnTo)
  city.setClock('2026-03-02T09:10:00+08:00')
  assert.equal(await comeBack(browser, address), '/sign-in?problem=sign-in.outside')
  city.setClock(undefined)
})

test('a provider that does not answer sends the browser back with a word', async () => {
  const gone = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: { issuer: 'http://127.0.0.1:1', ...client, label: '不在' } })
  const alone = await openCity({ outside: gone.outside, env: { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_LABEL: '不在' } })
  const there = await openHttp({ ...alone.server, extraRoutes: [openSignOn] })
  assert.equal((await visitor(there).open('/api/identity/oidc/start')).location, '/sign-in?problem=sign-in.outside')
  await there.close()
  await alone.close()
  await gone.close()
})
