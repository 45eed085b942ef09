import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { Refusal } from '@linli/client'
import type { Asked, Output } from '@linli/contract'
import { call } from '../../kernel/call.ts'
import { keyFor, newKey } from '../../kernel/key.ts'
import { useLive } from '../../kernel/live.ts'
import { useLoad } from '../../kernel/load.ts'
import { useSend } from '../../kernel/send.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { session } from '../../kernel/session.ts'

export type TalkView = Output<'reception', 'get'>
export type Turn = TalkView['turns'][number]
export type Card = Turn['cards'][number]
type Step = Output<'reception', 'ask'>

const afterDrawing = 60

export const notSent = '网络不通，没有发出去，写的内容还在。有急事请直接打电话：火警 119、报警 110、急救 120'

/** The talk on this page: the one asked for, the one that is not over, or a new one; 'place' where the community has to be chosen first. */
export function useTalk(wanted: string | undefined) {
  const id = useRef(wanted)
  const { load, again, put } = useLoad(async (): Promise<TalkView | 'place'> => {
    const talk = await found(id.current)
    if (talk !== 'place') id.current = talk.id
    return talk
  })
  const talk = load.state === 'ready' && load.data !== 'place' ? load.data : null
  useLive(talk?.id, again, session, 'talk')
  const { isSending, send } = useSend()
  const newest = talk?.turns.filter(({ by }) => by === 'resident').slice(-1)[0]?.no
  // The last question at the top, so that its answer is read from the beginning.
  useEffect(() => {
    if (newest === undefined) return undefined
    const timer = setTimeout(() => { void Taro.pageScrollTo({ selector: `#turn-${newest}`, offsetTop: -72, duration: 0 }) }, afterDrawing)
    return () => clearTimeout(timer)
  }, [newest])

  const add = ({ talk: head, turns: added }: Step) => {
    if (!talk) return
    const known = new Set(added.map(({ no }) => no))
    put({ ...talk, ...head, turns: [...talk.turns.filter(({ no }) => !known.has(no)), ...added] })
  }
  const take = (step: () => Promise<Step>, done?: () => void) => send(async () => {
    add(await step().catch((reason: unknown) => { throw reason instanceof Refusal || reason instanceof Sorry ? reason : new Sorry(notSent) }))
    done?.()
  })
  const of = { talk: talk?.id ?? '' }
  return {
    load, again, isSending,
    ask: (text: string, photos: string[], done: () => void, key = newKey()) => {
      const input = { ...of, text, photos }
      return take(() => call('reception', 'ask', input, { key: keyFor(key, input) }), done)
    },
    pick: (entry: string) => take(() => call('reception', 'pick', { ...of, entry })),
    place: (area: string) => take(() => call('reception', 'place', { ...of, area })),
    handOver: () => take(() => call('reception', 'handOver', of)),
    end: () => take(() => call('reception', 'end', of)),
    judge: (no: number, isHelpful: boolean) => send(async () => {
      const turn = await call('reception', 'judge', { ...of, no, isHelpful })
      if (talk) put({ ...talk, turns: talk.turns.map((one) => one.no === no ? turn : one) })
    }),
    rate: (rating: Omit<Asked<'reception', 'rate'>, 'talk'>) => send(async () => {
      const head = await call('reception', 'rate', { ...of, ...rating })
      if (talk) put({ ...talk, ...head })
    }),
    begin: (area?: string) => send(async () => {
      const fresh = await call('reception', 'begin', area === undefined ? {} : { area })
      id.current = fresh.id
      put(fresh)
    }),
    earlier: () => send(async () => {
      if (!talk?.earlier) return
      const before = await call('reception', 'get', { ...of, before: talk.earlier })
      put({ ...talk, earlier: before.earlier, turns: [...before.turns, ...talk.turns] })
    }),
  }
}

export type Talking = ReturnType<typeof useTalk>

async function found(id: string | undefined): Promise<TalkView | 'place'> {
  if (id !== undefined) return call('reception', 'get', { talk: id })
  const { rows: [last] } = await call('reception', 'mine', { limit: 1 })
  if (last && last.state !== 'ended') return call('reception', 'get', { talk: last.id })
  try {
    return await call('reception', 'begin', {})
  } catch (reason) {
    if (reason instanceof Refusal && reason.problem.code === 'reception.place-needed') return 'place'
    throw reason
  }
}
