import { addDays, areaAt, at, dayOf, subdistrictOf } from '@linli/standards'
import type { MistakenReason, WarnedColour } from '@linli/contract'
import type { ClientBase } from 'pg'
import { shippedRules } from '../src/modules/risk/shipped.data.ts'
import { copyRows, type Cell } from './copy.ts'
import { idAt } from './id.ts'
import type { Account, People } from './people/account.ts'
import { randomOf, type Random } from './random.ts'
import { subdistrict } from './town/profile.ts'

const code = subdistrictOf(subdistrict.path)
const dayMs = 86_400_000
/** The rules hold since then; what they say today is measured by the server itself when it has started. */
const daysAgo = 60

interface Past { ago: number, colour: WarnedColour, isOpen?: boolean, found?: string, done?: string, mistaken?: MistakenReason, note?: string, after?: WarnedColour | 'green' }

/** What became of warnings of the last two months: seen to, some with their effect read, and some mistaken. */
const past: readonly Past[] = [
  { ago: 55, colour: 'orange', found: '二楼平台两处飞线充电，楼道停放电动车 3 辆', done: '当场拆除，车辆移到车棚，业主群公告', after: 'blue' },
  { ago: 52, colour: 'yellow', found: '架空层堆放纸箱，消防通道被占一半', done: '物业当天清走，划线并张贴告知', after: 'green' },
  { ago: 48, colour: 'yellow', mistaken: 'handled', note: '上周已加装充电棚' },
  { ago: 45, colour: 'red', found: '充电棚只有 6 个口，晚上排不上', done: '联系运营单位增设 12 个口，安排志愿者夜间劝导', after: 'yellow' },
  { ago: 41, colour: 'orange', found: '租户把电瓶提上楼充电', done: '上门劝导，房东签安全承诺书', after: 'green' },
  { ago: 37, colour: 'yellow', mistaken: 'normal', note: '同一人连续上报同一辆车' },
  { ago: 20, colour: 'orange', found: '消防通道停车，业主之间有争执', done: '与交警中队联合清理，画禁停线' },
  { ago: 12, colour: 'yellow', found: '楼道堆物反复', done: '楼道长每周巡查，列入文明楼道评比' },
  { ago: 6, colour: 'yellow', mistaken: 'data', note: '地点写错，应为隔壁楼' },
]
/** Nobody has come to these: late, the server passes them on when it has started. */
const late: readonly Past[] = [{ ago: 11, colour: 'orange', isOpen: true }, { ago: 10, colour: 'yellow', isOpen: true }, { ago: 9, colour: 'red', isOpen: true }]

interface Spot { area: string, n: number, records: { kind: 'event', id: string, label: string, at: string }[] }
interface Scene { random: Random, now: Date, people: People, rules: { id: string, name: string, factor: string, weight: number }[] }

export async function storeRisk(client: ClientBase, { seed, now, people }: { seed: string, now: Date, people: People }): Promise<void> {
  const random = randomOf(`${seed} risk`)
  const keeper = people.all.find(({ signInName }) => signInName === 'xitong')!
  const since = new Date(now.getTime() - daysAgo * dayMs)
  const rules = shippedRules.rules.map((rule) => ({ ...rule, id: idAt(random, since.getTime()) }))
  await copyRows(client, 'risk_version', ['subdistrict', 'area', 'no', 'published_at', 'published_by', 'published_name', 'note', 'rules', 'kinds'], [[code, subdistrict.path, 1, since, keeper.id, keeper.name, '完成个人信息保护影响评估后启用', JSON.stringify(rules), JSON.stringify(shippedRules.kinds)]])
  const scene = { random, now, people, rules }
  await storePast(client, scene)
  await storeContacts(client, scene)
}

/** The buildings where fire and electric bicycles came back most, down to those that had them once: a demo of few events has warnings, too. */
const spots = `select e.area, count(*)::integer as n, to_json((array_agg(json_build_object('kind', 'event', 'id', e.id, 'label', e.number || ' ' || e.matter_name, 'at', e.reported_at) order by e.reported_at desc))[:8]) as records
  from event e join area a on a.path = e.area and a.kind = 'building' where e.subdistrict = $1 and e.matter = any ($2) and e.reported_at between $3 and $4 and e.merged_into is null and e.status not in ('draft', 'cancelled') group by e.area, e.matter order by n desc, e.area limit 40`

const columns = ['subdistrict', 'id', 'area', 'kind', 'subject', 'colour', 'score', 'version', 'parts', 'rules', 'raised_at', 'role', 'due_at', 'state', 'found', 'done', 'reason', 'note', 'closed_at', 'closed_by', 'closed_name', 'effect_on', 'effect_score', 'effect_colour']
const points: Record<WarnedColour | 'green', number> = { red: 84, orange: 63, yellow: 41, blue: 24, green: 6 }

async function storePast(client: ClientBase, { random, now, people, rules }: Scene): Promise<void> {
  const repeated = rules.find(({ factor }) => factor === 'building.repeated')!
  const matters = shippedRules.rules.find(({ factor }) => factor === 'building.repeated')!.matters
  const between = async (from: number, until: number) => (await client.query<Spot>(spots, [code, matters, new Date(now.getTime() - from * dayMs), new Date(now.getTime() - until * dayMs)])).rows
  // Each building once, those that come first; what waits is where it comes back now.
  const once = (rows: readonly Spot[], but: readonly Spot[] = []) => [...new Map(rows.toReversed().map((row) => [row.area, row])).values()].toReversed().filter(({ area }) => !but.some((other) => other.area === area))
  const waiting = once(await between(90, 0)).slice(0, late.length)
  const places = [...once(await between(150, daysAgo), waiting).slice(0, past.length), ...waiting]
  const days: Cell[][] = []
  const warnings = [...past.slice(0, places.length - waiting.length), ...late.slice(0, waiting.length)].map((one, no): Cell[] => {
    const spot = places[no]!
    const by: Account = random.pick(people.socialWorkers.get(areaAt(spot.area, 'community')!) ?? people.shiftLeaders)
    const raised = at(addDays(dayOf(now), -one.ago), '02:10')
    const closed = new Date(raised.getTime() + random.whole(30, 52) * 3_600_000)
    const effectOn = one.mistaken || one.isOpen ? null : new Date(closed.getTime() + 30 * dayMs)
    const parts = [{ rule: repeated.id, name: repeated.name, factor: repeated.factor, value: spot.n, points: points[one.colour], weight: repeated.weight, colour: one.colour, records: spot.records, count: spot.n }]
    days.push([code, 'building', spot.area, dayOf(raised), spot.area, points[one.colour], one.colour, 1], ...(one.after && effectOn! < now ? [[code, 'building', spot.area, dayOf(effectOn!), spot.area, points[one.after], one.after, 1]] : []))
    return [code, idAt(random, raised.getTime()), spot.area, 'building', spot.area, one.colour, points[one.colour], 1, JSON.stringify(parts), `{${repeated.id}}`, raised, one.colour === 'red' ? 'secretary' : 'socialWorker', new Date(raised.getTime() + 3 * dayMs), one.isOpen ? 'open' : one.mistaken ? 'mistaken' : 'disposed',
      one.found ?? null, one.done ?? null, one.mistaken ?? null, one.note ?? null, ...(one.isOpen ? [null, null, null] : [closed, by.id, by.name]), effectOn, one.after && effectOn! < now ? points[one.after] : null, one.after && effectOn! < now ? one.after : null]
  })
  await copyRows(client, 'risk_warning', columns, warnings)
  await copyRows(client, 'risk_day', ['subdistrict', 'kind', 'subject', 'day', 'area', 'score', 'colour', 'version'], days)
}

/** Old people who live alone are called on: most of them lately, some not for days. */
async function storeContacts(client: ClientBase, { random, now, people }: Scene): Promise<void> {
  const { rows } = await client.query<{ id: string, area: string }>(`select id, area from person where subdistrict = $1 and groups @> array['01'] and birth <= $2::date - interval '80 years' order by id`, [code, dayOf(now)])
  const community = areaAt(rows.find(({ area }) => area.startsWith(`${subdistrict.path}001/`))?.area ?? subdistrict.path, 'community')
  let shown = 0
  const met = rows.flatMap(({ id, area }): { id: string, area: string, at: Date }[] => {
    // In the first community one of each stands, so that its social worker finds them.
    const wanted = area.startsWith(community ?? '-') ? [6.4, 3.6, 5.2][shown++] : undefined
    const days = wanted ?? random.weighted([[random.between(0.1, 0.9), 85], [random.between(3.1, 4.9), 8], [random.between(5.1, 9), 6], [null, 1]])
    return days === null ? [] : [{ id, area, at: new Date(now.getTime() - days * dayMs) }]
  })
  await copyRows(client, 'journal', ['subdistrict', 'at', 'id', 'name', 'area', 'subject_kind', 'subject', 'actor_side', 'actor', 'actor_name', 'actor_post', 'details'], met.map(({ id, area, at: moment }) => {
    const by = random.pick(people.socialWorkers.get(areaAt(area, 'community')!) ?? people.shiftLeaders)
    return [code, moment, idAt(random, moment.getTime()), 'person.confirmed', area, 'person', id, 'staff', by.id, by.name, by.post, { source: 'visit' }]
  }))
  await client.query(`update person set checked_at = greatest(checked_at, met.at) from jsonb_to_recordset($1) as met (id uuid, at timestamptz) where person.subdistrict = $2 and person.id = met.id`, [JSON.stringify(met), code])
}
