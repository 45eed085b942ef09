import { setTimeout as wait } from 'node:timers/promises'
import { openCity, type City } from '../apps/server/test/city.ts'
import type { Person } from '../apps/server/test/city-people.ts'
import { openOffice } from '../apps/server/test/office.ts'
import { time, type Result } from './measure.ts'
import { postgresTime } from './processor.ts'
import { replay, statementsOf } from './replay.ts'

const entries = Number(process.env.LINLI_BENCH_FAQS ?? 1000)
/** One person's questions are limited by the minute, and one talk takes one turn after another. */
const people = 100
const perTalk = 20
const atOnce = 8
/** What a turn has to bear: as many a second, coming when they come. */
const perSecond = 300

/**
 * Turns of a conversation through the front door (HTTP in memory): found in the knowledge, journaled; one after another, coming by themselves as a town asks,
 * and always as many at once, for how many a second there can be. Always 8 at once wait 8 / n seconds in the mean where n are answered a second (Little's
 * law): 27 ms at 300.
 */
export default async function receptionTurn(): Promise<Result[]> {
  const city = await openCity()
  try {
    const { talks, owner } = await openTown(city)
    let at = 0
    const turn = () => {
      const { who, talk } = talks[at % people]!
      at += 1
      return who.call('reception', 'ask', { talk, text: questionOf(at * 7) })
    }
    // The first question waits until the knowledge is read.
    await turn()
    const { median, p99 } = await time(people * 3, turn)
    const sent = await statementsOf(turn)
    // What the replayed statements insert again.
    const { talk } = talks[(at - 1) % people]!
    await owner.query('delete from turn where talk = $1 and no > (select max(no) - 2 from turn where talk = $1)', [talk])
    await owner.query('delete from journal where subject = $1 and at = (select max(at) from journal where subject = $1)', [talk])
    const baseline = (await time(300, () => replay(owner, sent))).median
    await owner.query('analyze')
    // First what warms everything that answers.
    const many = await crowd(turn, owner)
    const town = await arriving(turn)
    return [
      { what: `a turn of a talk, ${entries} entries`, ours: median, p99, baseline, target: { p99: 50 }, note: `baseline: its ${sent.length} statements sent raw` },
      { what: `turns that come ${perSecond} a second`, ours: town.median, p99: town.p99, baseline: median, note: `${Math.round(town.perSecond)} answered a second` },
      { what: `turns always ${atOnce} at once`, ours: many.mean, p99: many.p99, baseline: median, target: { ours: Math.floor(atOnce / perSecond * 1000), p99: 50 }, note: `mean; ${Math.round(many.perSecond)} turns/s; processor time of a turn: server ${many.server.toFixed(1)} ms, PostgreSQL ${many.postgres.toFixed(1)} ms` },
    ]
  } finally {
    await city.close()
  }
}

/** They come one by one at any moment (exponential gaps, the same at every run) and wait for nobody; time is from when each came. */
async function arriving(turn: () => Promise<unknown>) {
  const taken: number[] = []
  const began = performance.now()
  const asked: Promise<void>[] = []
  let [due, seed] = [0, 1]
  for (let times = 0; times < perSecond * 2; times += 1) {
    seed = seed * 48_271 % 2_147_483_647
    due -= Math.log(seed / 2_147_483_647) * 1000 / perSecond
    const from = began + due
    if (performance.now() < from) await wait(from - performance.now())
    asked.push(turn().then(() => void taken.push(performance.now() - from)))
  }
  await Promise.all(asked)
  taken.sort((a, b) => a - b)
  return { median: taken[Math.floor(taken.length / 2)]!, p99: taken[Math.ceil(taken.length * 0.99) - 1]!, perSecond: taken.length / (performance.now() - began) * 1000 }
}

/** Several people ask at the same time, each one question after another. Processor time says more on a machine that does something else besides: 300 turns a second on two cores leave 6.6 ms to each. */
async function crowd(turn: () => Promise<unknown>, owner: City['owner']) {
  const taken: number[] = []
  const [began, idle, postgresIdle] = [performance.now(), process.cpuUsage(), await postgresTime(owner)]
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let times = 0; times < people * (perTalk - 6) / atOnce; times += 1) {
      const from = performance.now()
      await turn()
      taken.push(performance.now() - from)
    }
  }))
  const seconds = (performance.now() - began) / 1000
  const used = process.cpuUsage(idle)
  taken.sort((a, b) => a - b)
  return { server: (used.user + used.system) / 1000 / taken.length, postgres: (await postgresTime(owner) - postgresIdle) / taken.length, mean: taken.reduce((sum, one) => sum + one, 0) / taken.length, p99: taken[Math.ceil(taken.length * 0.99) - 1]!, perSecond: taken.length / seconds }
}

const things = ['居住证', '老年优待证', '残疾人证', '生育登记', '低保', '医保备案', '租房合同备案', '电动车上牌', '犬只登记', '养老补贴']
const acts = ['怎么办理', '要带什么材料', '在哪里办', '多久能办好', '能不能代办', '怎么续期', '丢了怎么补', '怎么注销', '要多少钱', '网上能办吗']
/** Different for each number. */
const questionOf = (no: number): string => `${things[no % 10]}${acts[Math.floor(no / 10) % 10]}${no >= 100 ? `第${Math.floor(no / 100)}类` : ''}`

async function openTown(city: City) {
  const { street, acceptor } = await openOffice(city)
  // Written past the review, which is not what is measured: as it stands after many approvals.
  for (let no = 0; no < entries; no += 1) {
    const id = crypto.randomUUID()
    await city.owner.query(`insert into knowledge (subdistrict, id, area, area_name, no, status, shown, last, owner_role, owner_name, changed_at, changed_name) values ($1, $2, $3, '街道', $4, 'published', 1, 1, 'acceptor', '受理员', now(), '受理员')`, [street.code, id, street.area, no + 1])
    await city.owner.query(`insert into knowledge_revision (subdistrict, knowledge, no, area, status, question, alike, category, answer_short, answer_long, steps, materials, entrances, phone, audience, is_unchecked, is_not_for_us, authors, author_name, written_at)
      values ($1, $2, 1, $3, 'published', $4, '{}', '证件', '到社区服务大厅办理。', '', '{}', '{身份证}', '[]', '', '', false, false, array[$5::uuid], '受理员', now())`, [street.code, id, street.area, questionOf(no), acceptor.id])
  }
  const talks: { who: Person, talk: string }[] = []
  for (let at = 0; at < people; at += 1) {
    const who = await street.resident('李例二', `139${String(street.code % 10_000).padStart(4, '0')}${String(at).padStart(4, '0')}`)
    talks.push({ who, talk: (await who.call('reception', 'begin', { area: street.communities[at % 3]!.area })).id })
  }
  return { talks, owner: city.owner }
}
