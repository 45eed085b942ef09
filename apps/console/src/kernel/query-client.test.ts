// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { call, callOnce } from './call.ts'
import { expiry } from './expiry.ts'
import { createQueryClient } from './query-client.ts'

afterEach(() => {
  onlineManager.setOnline(true)
  expiry.set(false)
  vi.unstubAllGlobals()
})

const serverSays = (status: number, code: string) => vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ type: 'about:blank', code, title: '', status }), { status }))

test('a question is asked, and its failure told, although the browser believes to be offline', async () => {
  onlineManager.setOnline(false)
  await expect(createQueryClient().fetchQuery({ queryKey: ['event'], queryFn: () => Promise.reject(new Error('no line')), retry: false })).rejects.toThrow('no line')
})

test.each([['a list', call], ['a step', callOnce('0123456789abcdef')]])('%s that finds the session gone asks to sign in again', async (_, ask) => {
  serverSays(401, 'sign-in.expired')
  await expect(ask('event', 'get', { id: '1' })).rejects.toThrow()
  expect(expiry.get()).toBe(true)
})

test('a wrong password is no gone session', async () => {
  serverSays(401, 'sign-in.wrong')
  await expect(call('identity', 'signIn', { name: 'shouli', password: 'x' })).rejects.toThrow()
  expect(expiry.get()).toBe(false)
})
