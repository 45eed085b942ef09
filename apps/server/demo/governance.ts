import { addDays, dayOf, subdistrictOf } from '@linli/standards'
import { governanceOutcome, role, type GovernanceStatus, type GovernanceStep } from '@linli/contract'
import type { ClientBase } from 'pg'
import { isBack } from '../src/modules/governance/effect-rules.ts'
import { happened } from '../src/modules/governance/words.ts'
import { copyRows, type Cell } from './copy.ts'
import { idAt } from './id.ts'
import type { Account, People } from './people/account.ts'
import { randomOf, type Random } from './random.ts'
import { subdistrict } from './town/profile.ts'

/** A recurring place of the demo's events, and who handled most of them. */
interface Place { matter: string, matter_name: string, spot: string, area: string, area_name: string, place: string, unit: string, unit_name: string, unit_kind: string }

/** What became of one, each step so many days ago; the target day is so many days after it was founded. */
interface Plot { status: GovernanceStatus, target: number, steps: [GovernanceStep, number][] }

const plots: Plot[] = [
  { status: 'founded', target: 0, steps: [['found', 1]] },
  { status: 'planned', target: 26, steps: [['found', 6], ['plan', 5]] },
  { status: 'underWay', target: 24, steps: [['found', 14], ['plan', 13], ['begin', 11], ['progress', 4]] },
  { status: 'underWay', target: 30, steps: [['found', 33], ['plan', 31], ['begin', 29], ['progress', 15]] },
  { status: 'done', target: 30, steps: [['found', 28], ['plan', 26], ['begin', 25], ['progress', 12], ['finish', 2]] },
  { status: 'watched', target: 30, steps: [['found', 45], ['plan', 43], ['begin', 41], ['finish', 20], ['watch', 19]] },
  { status: 'watched', target: 30, steps: [['found', 66], ['plan', 64], ['begin', 62], ['progress', 50], ['finish', 34], ['watch', 33]] },
  { status: 'closed', target: 30, steps: [['found', 120], ['plan', 118], ['begin', 115], ['finish', 96], ['watch', 95], ['close', 64]] },
  { status: 'closed', target: 40, steps: [['found', 150], ['plan', 146], ['begin', 144], ['progress', 130], ['finish', 118], ['watch', 117], ['close', 86]] },
]
const watchedDays = 30

/** Why it came back and what was done about it, for what is reported most; the rest in general words. */
const remedies: Record<string, { cause: string, measure: string, result: string }> = {
  '06010': { cause: '附近没有投放点，商户和住户顺手堆放，清运间隔过长。', measure: '增设定时定点投放点一处，清运由每日一次改为早晚各一次，安装夜间照明和提示牌。', result: '投放点已启用，清运改为早晚各一次，原堆放点已补绿。' },
  '06007': { cause: '楼间没有公共晾晒架，沿街住户习惯在绿化带拉绳。', measure: '在楼后空地安装公共晾晒架 6 组，拆除沿街绳索，入户告知。', result: '晾晒架已装好，沿街绳索全部拆除。' },
  '09001': { cause: '早市结束后摊贩外溢，附近没有便民疏导点。', measure: '划定便民疏导点和经营时段，早晚高峰定岗值守，逾时劝离。', result: '疏导点可容 24 个摊位，沿街已无固定摊点。' },
  '07001': { cause: '立杆、墙面易张贴，张贴者夜间流动作业。', measure: '立杆加装防贴涂层，设公共信息栏两处，固定号码移送停机。', result: '防贴涂层和信息栏已完成，违规号码已移送。' },
}
const general = { cause: '管理责任交叉，只清理不设防，处置后很快恢复原状。', measure: '明确责任单位和日常巡查频次，补齐设施，联合物业和商户签订自律约定，连续巡查一个月。', result: '设施已补齐，约定已签订，日常巡查已落实。' }

/** Items founded from the places where something came back most often, in every state, with the events behind them and what the journal tells. */
export async function storeGovernance(client: ClientBase, { seed, now, people }: { seed: string, now: Date, people: People }): Promise<void> {
  const random = randomOf(`${seed} governance`)
  const often = new Map<string, number>()
  for (const plot of plots) {
    const place = await nextPlace(client, new Date(now.getTime() - plot.steps[0]![1] * 86_400_000), often)
    if (place) await storeItem(client, { random, now, people, plot, place })
  }
}

/** The most frequent place of the quarter before; no matter and no community more than twice, and none twice. */
async function nextPlace(client: ClientBase, founded: Date, often: Map<string, number>): Promise<Place | undefined> {
  const { rows } = await client.query<Place>(`
    select matter, min(matter_name) as matter_name, spot, (array_agg(area order by reported_at desc))[1] as area, (array_agg(area_name order by reported_at desc))[1] as area_name,
      (array_agg(place order by reported_at desc))[1] as place, mode() within group (order by unit) as unit, mode() within group (order by unit_name) as unit_name, mode() within group (order by unit_kind) as unit_kind
    from event where reported_at >= $1::timestamptz - interval '89 days' and reported_at < $1 and status not in ('draft', 'cancelled') and part_of is null
    group by matter, 3 having count(*) >= 2 and count(unit) > 0 order by count(*) desc, matter, spot limit 400`, [founded])
  const keysOf = ({ matter, area, spot }: Place) => [[matter, 2], [communityOf(area), 2], [`${matter} ${spot}`, 1]] as const
  const chosen = rows.find((row) => keysOf(row).every(([key, most]) => (often.get(key) ?? 0) < most))
  for (const [key] of chosen ? keysOf(chosen) : []) often.set(key, (often.get(key) ?? 0) + 1)
  return chosen
}

const communityOf = (area: string) => `${area.split('/').slice(0, 6).join('/')}/`

interface Making { random: Random, now: Date, people: People, plot: Plot, place: Place }

async function storeItem(client: ClientBase, { random, now, people, plot, place }: Making): Promise<void> {
  // Always in office hours: ten in the morning, and a few minutes later at each.
  const moment = (daysAgo: number, nth = 0) => new Date(Date.parse(`${addDays(dayOf(now), -daysAgo)}T10:${String(5 + nth * 7).padStart(2, '0')}:00+08:00`))
  const on = Object.fromEntries(plot.steps.map(([step, ago], nth) => [step, moment(ago, nth)])) as Partial<Record<GovernanceStep, Date>>
  const words = remedies[place.matter] ?? general
  const [founder, worker] = [people.leader, people.handlers.get(place.unit)?.[0] ?? people.socialWorkers.get(communityOf(place.area))?.[0] ?? people.leader]
  const id = idAt(random, on.found!.getTime())
  const area = { code: subdistrictOf(subdistrict.path), id, ...place }
  const where = place.place || place.area_name
  const planned = on.plan ? [words.cause, words.measure, place.unit, place.unit_name, place.unit_kind, worker.name, addDays(dayOf(on.found!), plot.target)] : Array.from({ length: 7 }, () => null)
  const until = on.watch ? new Date(on.finish!.getTime() + watchedDays * 86_400_000) : null
  const last = plot.steps.at(-1)![0]
  await copyRows(client, 'governance', [
    'subdistrict', 'id', 'area', 'area_name', 'title', 'matter', 'matter_name', 'place', 'reach', 'spot', 'status', 'founded_name', 'founded_at', 'cause', 'measure', 'unit', 'unit_name', 'unit_kind', 'person', 'target_on',
    'result', 'done_at', 'effect_days', 'watch_until', 'outcome', 'conclusion', 'closed_at', 'changed_at', 'last_by',
  ], [[
    area.code, id, place.area, place.area_name, `${where}${place.matter_name}治理`.slice(0, 60), place.matter, place.matter_name, where, 'spot', place.spot, plot.status, founder.name, on.found!, ...planned,
    on.finish ? words.result : null, on.finish ?? null, watchedDays, until, on.close ? 'partly' : null, on.close ? '投入使用后明显减少，转入日常巡查' : null, on.close ?? null, on[last]!, (['begin', 'progress', 'finish'].includes(last) ? worker : founder).name,
  ]])
  await linkEvents(client, area, on)
  await copyRows(client, 'journal', ['subdistrict', 'at', 'id', 'name', 'area', 'subject_kind', 'subject', 'actor_side', 'actor', 'actor_name', 'actor_post', 'address', 'request', 'details'],
    plot.steps.map(([step]) => journalRow({ step, at: on[step]!, by: ['begin', 'progress', 'finish'].includes(step) ? worker : founder, id: idAt(random, on[step]!.getTime()), area, words })))
}

type Item = Place & { code: number, id: string }

/** As the running platform would have linked them: the quarter before, and what came until it was closed; then the figures of the closing, and what came back. */
async function linkEvents(client: ClientBase, { code, id, matter, spot }: Item, on: Partial<Record<GovernanceStep, Date>>): Promise<void> {
  await client.query(`insert into governance_event (subdistrict, governance, event, area, reported_at, is_match, added_at)
    select subdistrict, $2, id, area, reported_at, true, greatest(reported_at, $5) from event
    where subdistrict = $1 and matter = $3 and spot = $4 and status not in ('draft', 'cancelled') and part_of is null and reported_at >= $5::timestamptz - interval '90 days'`, [code, id, matter, spot, on.found])
  if (!on.finish) return
  const { rows: [counted] } = await client.query<{ before: number, after: number, since: number }>(`
    select count(*) filter (where reported_at >= $3::timestamptz - make_interval(days => $6) and reported_at < $3)::integer as before, count(*) filter (where reported_at >= $4 and reported_at < $4::timestamptz + make_interval(days => $6))::integer as after,
      count(*) filter (where reported_at >= coalesce($5, $4::timestamptz))::integer as since from governance_event where subdistrict = $1 and governance = $2`, [code, id, on.found, on.finish, on.close ?? null, watchedDays])
  const { before, after, since } = counted!
  await client.query('update governance set recurred = $3, is_back = $4 where subdistrict = $1 and id = $2', [code, id, since, isBack('spot', before, since)])
  if (on.close) await client.query(`update governance set before_count = $3, after_count = $4, outcome = case when $4 = 0 then 'effective' when $4 < $3 then 'partly' else 'none' end where subdistrict = $1 and id = $2`, [code, id, before, after])
}

const notes: Partial<Record<GovernanceStep, string>> = { progress: '现场勘查完毕，施工已过半。', close: `${governanceOutcome.partly}。投入使用后明显减少，转入日常巡查` }

function journalRow({ step, at, by, id, area, words }: { step: GovernanceStep, at: Date, by: Account, id: string, area: Item, words: { measure: string, result: string } }): Cell[] {
  const note = step === 'plan' ? words.measure : step === 'finish' ? words.result : notes[step]
  return [area.code, at, id, happened[step as keyof typeof happened], area.area, 'governance', area.id, by.side, by.id, by.name, by.posts[0] ? role[by.posts[0].role] : null, null, null, { ...(note && { note }), ...(step === 'plan' && { unitName: area.unit_name }) }]
}
