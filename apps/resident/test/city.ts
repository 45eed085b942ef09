import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createCall } from '@linli/client'
import type { Call } from '@linli/client'

/** People of a sub-district of its own, each asking through the front door; its first grid with three buildings, a point in it, and a unit that handles. The steward's is the first building. */
export type Office = { grid: string, lng: number, lat: number, name: string, unit: string, as: Record<Post, Call>, tokens: Record<Post, string>, ids: Record<Post, string> }

type Post = 'acceptor' | 'shiftLeader' | 'dispatcher' | 'handler' | 'checker' | 'steward' | 'resident'

/** A real server in a process of its own. `messagesTo` gives what a phone received, newest first, once there are so many. */
export async function startCity() {
  const child = fork(fileURLToPath(new URL('./city.mjs', import.meta.url)), { execArgv: ['--no-deprecation'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, NODE_TEST_CONTEXT: '' } })
  const waiting = new Map<number, { done: (answer: unknown) => void, failed: (reason: Error) => void }>()
  const address = await new Promise<string>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the city ended with ${code}`)))
    child.on('message', ({ address: open, number, answer, error }: Record<string, any>) => {
      if (open) return ready(open)
      if (error) waiting.get(number)?.failed(new Error(error))
      else waiting.get(number)?.done(answer)
    })
  })
  let count = 0
  const ask = <T>(what: string, told: object = {}) => new Promise<T>((done, failed) => {
    count += 1
    waiting.set(count, { done: done as (answer: unknown) => void, failed })
    child.send({ number: count, ask: what, ...told })
  })
  return {
    address,
    office: async (): Promise<Office> => {
      const found = await ask<Omit<Office, 'as'>>('office')
      const as = Object.fromEntries(Object.entries(found.tokens).map(([post, token]) => [post, callAs(address, token)])) as Office['as']
      return { ...found, as }
    },
    /** Gives somebody a password of their own; answers the name to sign in with. */
    password: ({ ids }: Office, post: Post, password: string) => ask<string>('password', { id: ids[post], password }),
    messagesTo: (phone: string, amount: number) => ask<string[]>('messages', { phone, count: amount }),
    sql: (text: string, values: unknown[]) => ask<Record<string, unknown>[]>('sql', { text, values }),
    /** Gives a person so many events, each a minute older than the one before. */
    copyEvent: async ({ as, lng, lat }: Office, person: string, times: number) => {
      const { id } = await as.resident('event', 'reportMine', { description: '样本', matter: '06010', point: { lng, lat } })
      const columns = (await ask<{ name: string }[]>('sql', { text: `select column_name as name from information_schema.columns where table_name = 'event' and is_generated = 'NEVER'`, values: [] })).map(({ name }) => name).join(', ')
      await ask('sql', { values: [id, person, times], text: `insert into event (${columns}) select ${columns} from (select (jsonb_populate_record(event, jsonb_build_object(
        'id', gen_random_uuid(), 'number', 'N' || at, 'title', '第 ' || at || ' 件', 'reported_by', $2::text, 'reported_at', now() - make_interval(mins => at)))).*
        from event, generate_series(1, $3::int) as at where id = $1) as copies` })
    },
    close: () => new Promise<void>((closed) => {
      child.removeAllListeners('exit')
      child.once('exit', () => closed())
      child.disconnect()
    }),
  }
}

export type City = Awaited<ReturnType<typeof startCity>>

/** Asks as the holder of the token. */
export const callAs = (address: string, token: string) => createCall(async (path, body) => {
  const answer = await fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
})

/** Takes an event through every hand until the resident is asked to rate it. */
export async function handleAll({ as, unit }: Office, id: string, publicReply: string) {
  await as.acceptor('event', 'take', { id, take: { step: 'accept' } })
  await as.shiftLeader('event', 'take', { id, take: { step: 'file' } })
  await as.dispatcher('event', 'take', { id, take: { step: 'dispatch', unit } })
  await as.handler('event', 'take', { id, take: { step: 'sign' } })
  await as.handler('event', 'take', { id, take: { step: 'feedback', publicReply, photos: [] } })
  await as.checker('event', 'take', { id, take: { step: 'check', photos: [] } })
}
