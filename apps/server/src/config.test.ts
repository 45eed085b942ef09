import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { readConfig } from './config.ts'

test('without settings everything has its default, and what is there but empty counts as not there', () => {
  const empty = { PORT: '', LINLI_DATA: '', LINLI_HOST: '', DATABASE_URL: '', LINLI_DEMO: '', LINLI_ROLE: '', LINLI_URL: '', LINLI_PROXIES: '', LINLI_LOG: '', LINLI_SCREENS: '', OIDC_ISSUER: '', SMS_ENDPOINT: '' }
  const { port, host, data, databaseUrl, isDemo, role, publicUrl, proxies, oidc, sms } = readConfig(empty)
  assert.deepEqual({ port, host, data, databaseUrl, isDemo, role, publicUrl, proxies, oidc, sms },
    { port: 8080, host: '0.0.0.0', data: resolve('data'), databaseUrl: null, isDemo: true, role: 'all', publicUrl: 'http://localhost:8080', proxies: 'loopback', oidc: null, sms: null })
  assert.deepEqual(readConfig(empty), readConfig({}))
})

const sms = { SMS_ENDPOINT: 'https://dysmsapi.aliyuncs.com', SMS_ACCESS_KEY_ID: 'a', SMS_ACCESS_KEY_SECRET: 'b', SMS_SIGN_NAME: '临河街道', SMS_CODE_TEMPLATE: 'SMS_1' }
const wrong: [Record<string, string>, RegExp][] = [
  [{ PORT: 'abc' }, /^PORT 应为 0 到 65535 的整数，现在是「abc」。$/],
  [{ PORT: '70000' }, /^PORT /],
  [{ LINLI_ROLE: 'both' }, /^LINLI_ROLE 应为 all、api、worker 之一，现在是「both」。$/],
  [{ LINLI_DEMO: 'no' }, /^LINLI_DEMO 应为 on、off 之一/],
  [{ LINLI_URL: 'linli.example.cn' }, /^LINLI_URL 应为 https:/],
  [{ LINLI_URL: 'ftp://linli.example.cn' }, /^LINLI_URL 应为 https:/],
  [{ LINLI_PROXIES: '10.0.0.0/8, nginx' }, /^LINLI_PROXIES .*「nginx」不是。$/],
  [{ SMS_ENDPOINT: 'https://dysmsapi.aliyuncs.com' }, /^设置了 SMS_ENDPOINT，还须设置 SMS_ACCESS_KEY_ID、/],
  [{ ...sms, SMS_INBOUND_TOKEN: 'not-to-be-guessed' }, /^设置了 SMS_INBOUND_TOKEN，还须设置 SMS_REPLY_TEMPLATE。$/],
  [{ SMS_INBOUND_TOKEN: 'short' }, /^SMS_INBOUND_TOKEN 应为 16 到 100 位/],
  [{ LLM_KEY: 'k' }, /^设置了 LLM_KEY，还须设置 LLM_ENDPOINT。$/],
  [{ LLM_ENDPOINT: 'https://llm.example.cn/v1' }, /^设置了 LLM_ENDPOINT，还须设置 LLM_MODEL 或 LLM_EMBEDDING_MODEL。$/],
  [{ LLM_ENDPOINT: 'llm.example.cn', LLM_MODEL: 'm' }, /^LLM_ENDPOINT 应为 https:/],
  [{ TIANDITU_ENDPOINT: 'simulator' }, /^设置了 TIANDITU_ENDPOINT，还须设置 TIANDITU_KEY。$/],
  [{ TIANDITU_ENDPOINT: 'tianditu.gov.cn', TIANDITU_KEY: 'k' }, /^TIANDITU_ENDPOINT 应为 https:/],
  [{ ...sms, SMS_ENDPOINT: 'dysmsapi.aliyuncs.com' }, /^SMS_ENDPOINT 应为 https:/],
]
for (const [env, words] of wrong) test(`${JSON.stringify(env)} stops the start with a sentence`, () => assert.throws(() => readConfig(env), { message: words }))

test('what is right is taken', () => {
  assert.equal(readConfig({ LINLI_PROXIES: 'loopback, 10.0.0.0/8, fd00::1' }).proxies, 'loopback, 10.0.0.0/8, fd00::1')
  assert.equal(readConfig({ LINLI_URL: 'https://linli.example.cn/' }).publicUrl, 'https://linli.example.cn')
  assert.equal(readConfig(sms).sms?.signName, '临河街道')
  assert.deepEqual([readConfig(sms).sms?.askTemplate, readConfig({ ...sms, SMS_ASK_TEMPLATE: 'SMS_2', SMS_FORWARD_TEMPLATE: '' }).sms], [null, { ...readConfig(sms).sms, askTemplate: 'SMS_2', forwardTemplate: null }])
  assert.deepEqual(readConfig({ LLM_ENDPOINT: 'https://llm.example.cn/v1/', LLM_MODEL: 'm', LLM_KEY: '' }).llm, { endpoint: 'https://llm.example.cn/v1', key: null, model: 'm', embeddingModel: null })
  assert.equal(readConfig({ LLM_ENDPOINT: '', LLM_MODEL: '' }).llm, null)
  assert.deepEqual([readConfig({}).tianditu, readConfig({ TIANDITU_KEY: 'k' }).tianditu], [null, { endpoint: 'https://t{s}.tianditu.gov.cn', key: 'k' }])
})
