import { Worker } from 'node:worker_threads'
import { maskNumbers } from '@linli/standards'
import type { AnswerBand } from '@linli/contract'
import type { Entry, Settings } from '@linli/matching'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { knownAt } from '../knowledge/index.ts'
import * as queries from './rehearsal-queries.ts'
import { isChanged, isLost, placed, withChange } from './rehearsal-rules.ts'
import { changesOf } from './review.ts'

export interface Asked { text: string, wanted: string | null }
export interface Found { entry: string | null, question: string | null, band: AnswerBand }
export interface Heard extends Asked { before: Found, after: Found }

/** At most so many questions are asked, and so many that change are told. */
const [mostQuestions, mostJudged, mostTold] = [6000, 1000, 200]
const judgedMs = 180 * 86_400_000

interface Prepared { row: queries.RehearsalRow, before: Entry[], after: Entry[], tuning: Settings, questions: Asked[], names: Map<string, string> }

/** Everything that is known to be asked: the wordings of what is told, those of the change, and what residents asked and found helpful. */
async function prepared(ctx: Ctx, id: string): Promise<Prepared | undefined> {
  const row = await queries.find(ctx, id)
  if (!row || row.status === 'done') return undefined
  const changes = (await changesOf(ctx, row)).filter((change) => change !== undefined)
  if (changes.length === 0) return undefined
  const { entries, tuning } = await knownAt(ctx, row)
  const judged = await queries.listJudged(ctx, { subdistrict: row.subdistrict, area: row.area, since: new Date(ctx.now.getTime() - judgedMs), limit: mostJudged })
  const before = changes.reduce(placed, entries)
  const wordings = [...changes, ...before].flatMap(({ id: wanted, question, similar }) => [question, ...similar].map((text) => ({ text, wanted })))
  const placeOf = new Map(changes.map(({ id: own, replaces }) => [replaces, own]))
  const wanted = [...judged.map((one) => ({ ...one, wanted: placeOf.get(one.wanted) ?? one.wanted })), ...wordings]
  const questions = [...new Map(wanted.map((one) => [`${one.wanted} ${one.text}`, one])).values()].slice(0, mostQuestions)
  return { row, before, tuning, after: changes.reduce<typeof entries>(withChange, entries), questions, names: new Map([...entries, ...changes].map(({ id: one, question }) => [one, question])) }
}

/** Runs beside the thread that serves; what it has done is told after every hundred questions. */
export async function rehearse({ read, write, around }: JobTools, { area, id }: { area: string, id: string }): Promise<void> {
  const ready = await read(area, (ctx) => prepared(ctx, id))
  if (!ready) return
  const { row, before, after, tuning, questions, names } = ready
  const put = (change: Parameters<typeof queries.update>[2]) => around.database.transact({ role: 'staff', areas: [area] }, 'write', (db) => queries.update(db, row, change))
  await put({ status: 'running', total: questions.length, done: 0 })
  const [changes, sums] = [[] as object[], { done: 0, changed: 0, lost: 0 }]
  await asked({ before, after, tuning, questions }, async (heard) => {
    for (const { text, wanted, before: was, after: is } of heard) {
      const lost = isLost(wanted, was, is)
      if (lost || isChanged(was, is)) {
        sums.changed += 1
        sums.lost += Number(lost)
        const told = { text: maskNumbers(text), wanted: wanted === null ? null : names.get(wanted) ?? null, before: was, after: is, isLost: lost }
        if (changes.length < mostTold) changes.push(told)
        else if (lost) changes[changes.findLastIndex((one) => !(one as { isLost: boolean }).isLost)] = told
      }
    }
    sums.done += heard.length
    await put(sums)
    around.tell([{ topic: 'learning', id, area, units: [], resident: null, may: 'knowledge.view' }])
  })
  await write(area, async (ctx) => {
    await queries.update(ctx.db, row, { ...sums, status: 'done', ended_at: ctx.now, changes: JSON.stringify(changes.toSorted((a, b) => Number((b as { isLost: boolean }).isLost) - Number((a as { isLost: boolean }).isLost))) })
    ctx.record('learning.rehearsed', { kind: 'learning', id, subdistrict: row.subdistrict, area, may: 'knowledge.view' }, { items: queries.itemsOf(row), ...sums })
  })
}

/** One after the other, so that what is told is in order. */
function asked(data: { before: Entry[], after: Entry[], tuning: Settings, questions: Asked[] }, hear: (heard: Heard[]) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('rehearsal-worker.ts', import.meta.url), { workerData: data })
    let heard: Promise<void> = Promise.resolve()
    worker.on('message', (some: Heard[]) => { heard = heard.then(() => hear(some)) })
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? heard.then(resolve, reject) : reject(new Error(`the rehearsal ended with ${code}`))))
  })
}
