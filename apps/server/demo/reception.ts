import { addDays, areaOf, at, dayOf, defaultCalendar, isWorkday, subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import { copyRows, type Cell } from './copy.ts'
import { idAt } from './id.ts'
import { randomOf, type Random } from './random.ts'
import { unknown, thanks, type Unknown } from './reception-words.ts'
import { subdistrict } from './town/profile.ts'

interface Worker { id: string, name: string }
interface Community { area: string, name: string, workers: Worker[] }
interface Answer { entry: string, revision: number, question: string, wordings: string[], short: string, card: object }
interface Told { turns: Turn[], talk: Partial<Record<string, Cell>> }
interface Turn { by: 'resident' | 'machine' | 'worker', kind: string, text: string, minute: number, worker?: Worker, answer?: Answer, band?: string, isHelpful?: boolean }

/** So many weeks of talks (the board compares thirty days with the thirty before), so many a day at a weekend and on other days: half of what a sub-district of this size has (domain §7.6). */
const [weeks, atWeekend, onWorkday] = [9, 30, 64]
const tenant = subdistrictOf(subdistrict.path)
const talkColumns = ['subdistrict', 'id', 'area', 'area_name', 'channel', 'resident', 'state', 'worker', 'worker_name', 'begun_at', 'last_at', 'title', 'turns', 'why', 'waiting_since', 'attended_at', 'alerted_at', 'ended_at', 'ended_by', 'rating', 'rated_at'] as const
const turnColumns = ['subdistrict', 'talk', 'no', 'area', 'resident', 'by', 'kind', 'worker', 'worker_name', 'text', 'cards', 'knowledge', 'entry', 'revision', 'score', 'band', 'is_helpful', 'at'] as const
const attendanceColumns = ['subdistrict', 'id', 'talk', 'area', 'worker', 'worker_name', 'waiting_since', 'claimed_at', 'replied_at', 'replies', 'ended_at', 'how'] as const

/** Some weeks of talks with the machine, some of them handed over and answered, some that wait; and who is on duty this week and the next. */
export async function storeReception(client: ClientBase, { seed, now }: { seed: string, now: Date }): Promise<void> {
  const random = randomOf(`${seed} reception`)
  const communities = await communitiesOf(client)
  const residents = (await client.query<{ id: string }>(`select id from account where side = 'resident' order by id`)).rows.map(({ id }) => id)
  const answers = await answersOf(client)
  const [talks, turns, attended]: [Cell[][], Cell[][], Cell[][]] = [[], [], []]
  const put = (begun: Date, told: Told, community: Community) => {
    const [id, resident] = [idAt(random, begun.getTime()), random.pick(residents)]
    const moment = (minute: number) => new Date(begun.getTime() + minute * 60_000)
    const end = moment(told.turns.at(-1)!.minute)
    const talk: Partial<Record<string, Cell>> = { subdistrict: tenant, id, area: community.area, area_name: community.name, channel: 'app', resident, state: 'ended', begun_at: begun, last_at: end, title: told.turns.find(({ by }) => by === 'resident')!.text.slice(0, 30), turns: told.turns.length, ended_at: end, ended_by: 'time', ...told.talk }
    talks.push(talkColumns.map((name) => talk[name] ?? null))
    told.turns.forEach(({ by, kind, text, minute, worker, answer, band, isHelpful }, at_) => turns.push([tenant, id, at_ + 1, community.area, resident, by, kind, worker?.id ?? null, worker?.name ?? null, text,
      JSON.stringify(answer && kind === 'answer' ? [{ kind: 'answer', entry: answer.entry, revision: answer.revision, part: 'whole', card: answer.card }] : []), band ? 1 : null, answer && band ? answer.entry : null, answer && band ? answer.revision : null, band ? { answer: 0.81, offer: 0.44 }[band] ?? 0.14 : null, band ?? null, isHelpful ?? null, moment(minute)]))
    const said = told.turns.filter(({ by }) => by === 'worker')
    if (said[0]) attended.push([tenant, idAt(random, begun.getTime() + 1), id, community.area, said[0].worker!.id, said[0].worker!.name, talk.waiting_since ?? begun, talk.attended_at ?? begun, moment(said[0].minute), said.length, talk.ended_at ?? null, talk.ended_at ? 'closed' : null])
  }
  for (let back = weeks * 7; back >= 0; back -= 1) {
    const day = addDays(dayOf(now), -back)
    const many = isWorkday(defaultCalendar, day) ? onWorkday : atWeekend
    for (let count = 0; count < many; count += 1) {
      const begun = new Date(at(day, '07:00').getTime() + random.whole(0, 15 * 60) * 60_000)
      const community = random.pick(communities)
      if (begun.getTime() < now.getTime() - 2 * 3_600_000) put(begun, toldOf(random, begun, community, answers), community)
    }
  }
  const [first] = communities
  waiting.forEach((told, no) => put(new Date(now.getTime() - (12 + no * 9) * 60_000), told(now), no < 3 ? first! : random.pick(communities)))
  await copyRows(client, 'talk', talkColumns, talks)
  await copyRows(client, 'turn', turnColumns, turns)
  await copyRows(client, 'attendance', attendanceColumns, attended)
  await copyRows(client, 'duty', ['subdistrict', 'area', 'day', 'shift', 'people'], roster(communities, now))
}

/** Answered, answered after a choice, or by a person, as often as published figures say (domain §7.6: 81 % by the machine, 13 % handed over). */
function toldOf(random: Random, begun: Date, { workers }: Community, answers: readonly Answer[]): Told {
  const greeting: Turn = { by: 'machine', kind: 'greeting', text: '您好，我是社区的智能客服，由程序自动回答，不是真人。请直接说您想问的事。', minute: 0 }
  const way = answers.length === 0 ? 'person' : random.weighted([['answer', 76], ['offer', 10], ['person', 14]] as const)
  const rating = (satisfied: number): Partial<Record<string, Cell>> => (random.chance(0.55) ? { rating: random.chance(satisfied) ? random.pick([4, 5, 5]) : random.pick([1, 2, 3]), rated_at: new Date(begun.getTime() + 9 * 60_000) } : {})
  if (way === 'person') {
    const topic = random.weighted(unknown.map((one) => [one, one.weight] as const))
    return byPerson(random, begun, { topic, worker: random.pick(workers), greeting, rated: rating(0.9) })
  }
  // What is asked for much is asked for very much.
  const answer = answers[Math.floor(random.next() ** 2.2 * answers.length)]!
  const asked: Turn = { by: 'resident', kind: 'say', text: random.pick(answer.wordings), minute: 1 }
  const given: Turn = { by: 'machine', kind: 'answer', text: answer.short, minute: 2, answer, band: way, isHelpful: random.chance(0.3) ? random.chance(0.94) : undefined }
  const offered: Turn[] = way === 'offer' ? [{ by: 'machine', kind: 'offer', text: '您是不是想问：', minute: 1 }, { by: 'resident', kind: 'say', text: answer.question, minute: 2 }] : []
  return { turns: [greeting, asked, ...offered, given, ...random.chance(0.4) ? [{ by: 'resident', kind: 'say', text: random.pick(thanks), minute: 3 } as Turn] : []], talk: rating(0.94) }
}

function byPerson(random: Random, begun: Date, { topic, worker, greeting, rated }: { topic: Unknown, worker: Worker, greeting: Turn, rated: Partial<Record<string, Cell>> }): Told {
  const wait = random.weighted([[random.whole(1, 6), 6], [random.whole(7, 20), 3], [random.whole(21, 55), 1]] as const)
  const since = new Date(begun.getTime() + 60_000)
  return {
    turns: [greeting, { by: 'resident', kind: 'say', text: random.pick(topic.asked), minute: 1 }, { by: 'machine', kind: 'handedOver', text: '这个问题我没有把握的答案，已转给社工。', minute: 1, band: 'hand-over' }, { by: 'worker', kind: 'say', text: topic.reply, minute: 1 + wait, worker }, { by: 'resident', kind: 'say', text: random.pick(thanks), minute: 3 + wait }],
    talk: { why: 'unsure', waiting_since: since, attended_at: new Date(since.getTime() + wait * 60_000), worker: worker.id, worker_name: worker.name, ended_by: 'worker', ...rated },
  }
}

const open = { ended_at: null, ended_by: null, state: 'waiting' }
const asking = (text: string, why: string, by: Partial<Turn> = {}, more: Partial<Record<string, Cell>> = {}) => (now: Date): Told => ({
  turns: [{ by: 'machine', kind: 'greeting', text: '您好，我是社区的智能客服，由程序自动回答，不是真人。', minute: 0 }, { by: 'resident', kind: 'say', text, minute: 1 }, { by: 'machine', kind: 'handedOver', text: '已转给社工，请稍等；关掉页面也能在“我的对话”里看到回复。', minute: 1, ...by }],
  talk: { ...open, why, waiting_since: new Date(now.getTime() - 10 * 60_000), ...more },
})
/** Who waits when the demo opens. */
const waiting = [
  asking('我家楼道里闻到很重的煤气味', 'danger', { kind: 'danger', text: '请马上离开并到室外拨打 119，不要开关电器。已提醒值班人员。' }, { alerted_at: new Date(0) }),
  asking('阳台外面能不能装晾衣架', 'unsure', { band: 'hand-over' }),
  asking('想找社工问下孩子暑托班的事', 'wish'),
  asking('小区东门什么时候能开', 'unsure', { band: 'hand-over' }),
  asking('物业让交的装修押金合不合规', 'unsure', { band: 'hand-over' }),
].map((told) => (now: Date): Told => {
  const { turns, talk } = told(now)
  return { turns, talk: { ...talk, ...(talk.alerted_at && { alerted_at: new Date(now.getTime() - 10 * 60_000) }) } }
})

async function communitiesOf(client: ClientBase): Promise<Community[]> {
  const { rows } = await client.query<Community>(`select a.path as area, a.name, (select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.id) from account c join post p on p.account = c.id where p.role = 'socialWorker' and p.area = a.path) as workers
    from area a where a.kind = 'community' order by a.path`)
  return rows.filter(({ workers }) => workers !== null)
}

/** What the demo's knowledge tells, in an order that has nothing to do with its numbers. */
async function answersOf(client: ClientBase): Promise<Answer[]> {
  const { rows } = await client.query<Answer>(`select knowledge as entry, no as revision, question, array_prepend(question, alike) as wordings, answer_short as short, jsonb_build_object('question', question, 'answerShort', answer_short, 'answerLong', answer_long, 'steps', to_jsonb(steps),
      'materials', to_jsonb(materials), 'entry', entrances, 'phone', phone, 'audience', audience, 'source', case when source_title is null then null else jsonb_build_object('title', source_title, 'date', source_on) end, 'validFrom', valid_from, 'validTo', valid_to, 'version', no, 'isUnchecked', is_unchecked) as card
    from knowledge_revision where subdistrict = $1 and area = $2 and status = 'published' order by md5(question)`, [tenant, areaOf(tenant)])
  return rows
}

/** Each community's workers in turn, mornings and afternoons of this week and the next. */
function* roster(communities: readonly Community[], now: Date): Generator<Cell[]> {
  for (const { area, workers } of communities) {
    for (let ahead = -7; ahead < 14; ahead += 1) {
      const day = addDays(dayOf(now), ahead)
      if (!isWorkday(defaultCalendar, day)) continue
      for (const half of [1, 2]) yield [tenant, area, day, `office-${half}`, `{${workers[(ahead + 7 + half) % workers.length]!.id}}`]
    }
  }
}
