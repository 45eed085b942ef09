import { subdistrictOf } from '@linli/standards'
import { role } from '@linli/contract'
import type { ClientBase } from 'pg'
import { copyRows, type Cell } from '../copy.ts'
import { idAt } from '../id.ts'
import type { Account, People } from '../people/account.ts'
import type { Units } from '../people/unit.ts'
import { randomOf, type Random } from '../random.ts'
import type { Community } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'

const code = subdistrictOf(subdistrict.path)
const minuteMs = 60_000

type Part = 'called' | 'answered' | 'arrived' | 'fedBack' | 'absent'
interface Blown { title: string, what: string, kind: string, urgency: 'emergency' | 'urgent' | 'ordinary', status: 'blown' | 'ended' | 'rated' | 'withdrawn', ago: number, units: [string, Part, number?][] }

/** Minutes within which units answer and arrive; as the rule of the installation says, the ordinary by the clock. */
const limits = { emergency: [10, 30], urgent: [30, 120], ordinary: [120, 3 * 1440] } as const

/** `ago`: minutes since it was blown. Units: what each did, and how many minutes after the calling it arrived. */
const whistles: readonly Blown[] = [
  { title: '农贸市场周边占道联合整治', what: '早市占道严重，带齐执法记录仪，市场南门集合', kind: 'enforcement', urgency: 'urgent', status: 'blown', ago: 50, units: [['综合行政执法队', 'arrived', 35], ['市场监管所', 'answered'], ['交警中队', 'called']] },
  { title: '沿街餐饮燃气安全联合检查', what: '逐户检查软管、报警器和气瓶间，查出问题当场处置', kind: 'keyWork', urgency: 'ordinary', status: 'blown', ago: 300, units: [['应急消防管理站', 'answered'], ['燃气服务站', 'answered'], ['市场监管所', 'called']] },
  { title: '地下车库积水应急处置', what: '暴雨倒灌，请带水泵和沙袋，车库东入口集合', kind: 'emergency', urgency: 'emergency', status: 'ended', ago: 1500, units: [['市政养护公司', 'fedBack', 22], ['应急消防管理站', 'fedBack', 41], ['供电服务站', 'absent']] },
  { title: '夜间烧烤油烟扰民整治', what: '居民多次反映，二十点到场，劝导收摊并约谈店主', kind: 'enforcement', urgency: 'urgent', status: 'rated', ago: 7 * 1440, units: [['综合行政执法队', 'fedBack', 80], ['经济生态办公室', 'fedBack', 115]] },
  { title: '老旧小区消防通道集中清理', what: '清理占道堆物，重新划线，物业配合', kind: 'keyWork', urgency: 'ordinary', status: 'rated', ago: 21 * 1440, units: [['应急消防管理站', 'fedBack', 1400], ['环卫所', 'fedBack', 1500], ['交警中队', 'fedBack', 5000]] },
  { title: '燃气管道被挖断应急处置', what: '施工挖断支管，先疏散警戒，再抢修', kind: 'emergency', urgency: 'emergency', status: 'rated', ago: 40 * 1440, units: [['燃气服务站', 'fedBack', 12], ['派出所', 'fedBack', 18], ['应急消防管理站', 'fedBack', 15]] },
  { title: '校门口交通秩序整治', what: '放学时段疏导，劝离流动摊贩', kind: 'keyWork', urgency: 'urgent', status: 'withdrawn', ago: 3 * 1440, units: [['交警中队', 'called'], ['综合行政执法队', 'called']] },
]

const columns = ['subdistrict', 'id', 'area', 'kind', 'urgency', 'status', 'title', 'requirement', 'area_name', 'place', 'lng', 'lat', 'blown_name', 'blown_at', 'arrive_by', 'units', 'outcome', 'outcome_text', 'ended_name', 'ended_at', 'withdrawn_for', 'changed_at', 'last_by']
const callColumns = ['subdistrict', 'whistle', 'unit', 'area', 'unit_name', 'unit_kind', 'is_lead', 'status', 'called_name', 'called_at', 'answer_by', 'arrive_by', 'warn_at', 'answered_name', 'answered_at', 'is_answer_late', 'arrived_name', 'arrived_at', 'lng', 'lat', 'accuracy', 'metres', 'is_near', 'late_minutes', 'fed_back_name', 'fed_back_at', 'result', 'rated_name', 'rated_at', 'arrival_score', 'cooperation_score', 'is_solved', 'late_told']
const journalColumns = ['subdistrict', 'at', 'id', 'name', 'area', 'subject_kind', 'subject', 'actor_side', 'actor', 'actor_name', 'actor_post', 'details']

interface Scene { random: Random, now: Date, communities: readonly Community[], people: People, units: Units, blower: Account }

/** Whistles in every state: some open, one that ended and waits to be rated, some of the last weeks. */
export async function storeWhistles(client: ClientBase, { seed, now, communities, people, units }: { seed: string, now: Date, communities: readonly Community[], people: People, units: Units }): Promise<void> {
  const scene = { random: randomOf(`${seed} whistles`), now, communities, people, units, blower: people.all.find(({ signInName }) => signInName === 'paiqian')! }
  const lived = whistles.map((one, at) => live(scene, one, communities[at % communities.length]!))
  await copyRows(client, 'whistle', columns, lived.map(({ row }) => row))
  await copyRows(client, 'whistle_call', callColumns, lived.flatMap(({ calls }) => calls))
  await copyRows(client, 'journal', journalColumns, lived.flatMap(({ journal }) => journal))
}

function live({ random, now, people, units, blower }: Scene, blown: Blown, community: Community) {
  const at = new Date(now.getTime() - blown.ago * minuteMs)
  const after = (minutes: number) => new Date(at.getTime() + minutes * minuteMs)
  const id = idAt(random, at.getTime())
  const grid = community.grids[0]!
  const [answerIn, arriveIn] = limits[blown.urgency]
  const [lng, lat] = grid.centre
  const parts = blown.units.map(([name, part, arrived]) => ({ unit: units.handlers.find((one) => one.name === name)!, part, arrived }))
  const isOver = blown.status === 'ended' || blown.status === 'rated'
  const end = after(Math.max(arriveIn, ...parts.map(({ arrived = 0 }) => arrived)) + 90)
  const told: [Date, string, Account, Record<string, unknown>][] = [[at, 'whistle.blown', blower, { kind: blown.kind, note: `${blown.title}。${blown.what}`, unitName: parts.map(({ unit }) => unit.name).join('、'), arriveBy: after(arriveIn).toISOString() }]]
  const calls = parts.map(({ unit, part, arrived }, index): Cell[] => {
    const by = people.handlers.get(unit.id)![0]!
    const answered = part === 'called' || part === 'absent' ? null : after(Math.min(answerIn - 2, arrived ?? answerIn))
    const came = arrived === undefined ? null : after(arrived)
    const late = arrived === undefined ? null : Math.max(0, arrived - arriveIn)
    const done = part === 'fedBack' ? after(arrived! + 60) : null
    const isRated = blown.status === 'rated'
    const mine = { unit: unit.id, unitName: unit.name }
    if (answered) told.push([answered, 'whistle.answered', by, mine])
    if (came) told.push([came, 'whistle.arrived', by, { ...mine, metres: 40 + index * 25 }])
    if (done) told.push([done, 'whistle.fed-back', by, { ...mine, note: '已按分工处置完毕' }])
    if (isRated) told.push([new Date(end.getTime() + 30 * minuteMs), 'whistle.unit-rated', blower, { ...mine, arrival: late ? 3 : 5, cooperation: 4, isSolved: true }])
    return [
      code, id, unit.id, grid.path, unit.name, unit.kind, index === 0, part, blower.name, at, after(answerIn), after(arriveIn), after(arriveIn * 0.8),
      answered && by.name, answered, answered && answered > after(answerIn), came && by.name, came, came && lng, came && lat, came && 12, came && 40 + index * 25, came && true, late,
      done && by.name, done, done && '已按分工处置完毕', isRated ? blower.name : null, isRated ? new Date(end.getTime() + 30 * minuteMs) : null, isRated ? (late ? 3 : 5) : null, isRated ? 4 : null, isRated ? true : null,
      isOver || blown.status === 'withdrawn' ? '{answer,arrive}' : '{}',
    ]
  })
  if (isOver) told.push([end, 'whistle.ended', blower, { outcome: 'solved', note: '已解决。现场恢复，纳入巡查' }])
  if (blown.status === 'withdrawn') told.push([after(15), 'whistle.withdrawn', blower, { reason: '学校已自行增派护学岗' }])
  const sorted = told.toSorted((a, b) => a[0].getTime() - b[0].getTime())
  const [last, , lastBy] = sorted.at(-1)!
  const row: Cell[] = [
    code, id, grid.path, blown.kind, blown.urgency, blown.status, blown.title, blown.what, `${community.name} ${grid.name}`, `${community.name}${grid.name}`, lng, lat, blower.name, at, after(arriveIn), `{${parts.map(({ unit }) => unit.id).join(',')}}`,
    isOver ? 'solved' : null, isOver ? '现场恢复，纳入巡查' : null, isOver ? blower.name : null, isOver ? end : null, blown.status === 'withdrawn' ? '学校已自行增派护学岗' : null, last, lastBy.name,
  ]
  const journal = sorted.map(([moment, name, by, details]): Cell[] => [code, moment, idAt(random, moment.getTime()), name, grid.path, 'whistle', id, by.side, by.id, by.name, by.posts[0] ? role[by.posts[0].role] : null, details])
  return { row, calls, journal }
}
