import { permission, type Permission } from '@linli/contract'
import { theServer } from '../kernel/actor.ts'
import { countAndTell } from '../modules/indicator/index.ts'
import type { Server } from '../server.ts'

/** So long after the first that is told, others that come with it are counted together. */
const gatherMs = 100

/**
 * Counts as one of the open screens would look again: whatever they are told of is counted at once, and they are told when it is. What nobody is told of, the job
 * finds within a minute. @returns how to end it: what is being counted is counted to its end.
 */
export function countLive({ around, realtime, log }: Pick<Server, 'around' | 'realtime' | 'log'>): () => Promise<void> {
  let waiting: NodeJS.Timeout | undefined
  let counting: Promise<void> = Promise.resolve()
  const count = () => {
    waiting = undefined
    counting = counting.then(() => countAndTell({ around, now: around.clock() })).catch((error: unknown) => log.warn({ err: error }, 'figures were not counted'))
  }
  const stop = realtime.listen({ actor: everybody(), send: ({ topic }) => { if (topic !== 'indicator') waiting ??= setTimeout(count, gatherMs) } })
  return async () => {
    stop()
    clearTimeout(waiting)
    await counting
  }
}

/** Who hears of everything, and answers nobody. */
const everybody = () => ({ ...theServer('/'), posts: [{ id: '', role: '', roleName: '', area: '/', from: '', until: null, permissions: Object.keys(permission) as Permission[], onBehalfOf: null }] })
