import { addDays, dayOf, subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import type { Base } from './base/index.ts'
import { copyRows, type Cell } from './copy.ts'
import { idAt } from './id.ts'
import type { People } from './people/account.ts'
import { randomOf, type Random } from './random.ts'
import type { Community } from './town/district.ts'
import { subdistrict } from './town/profile.ts'

interface Making { seed: string, now: Date, communities: readonly Community[], people: People, base: Base }
type Values = Record<string, string | number | string[]>
/** One entry as it is drawn: so many days ago, about what, and what was written. */
interface Drawn { daysAgo: number, area: string, subject: string, record: string | null, values: Values }
interface Shipped { id: string, about: string }

const reach = 100

/** Logbooks that the sub-district took over, one that a community keeps for itself, and what was written into them. */
export async function storeLogbooks(client: ClientBase, making: Making): Promise<void> {
  const { communities, people } = making
  const street = { area: subdistrict.path, by: people.leader.name }
  const first = communities[0]!
  await fill(client, making, { ...street, name: '消防安全检查', draw: inspections })
  await fill(client, making, { ...street, name: '垃圾分类督导', draw: waste })
  await fill(client, making, { ...street, name: '活动和志愿服务', draw: activities })
  await fill(client, { ...making, communities: [first] }, { area: first.path, by: people.secretaries.get(first.path)!.name, name: '防汛物资', draw: stores })
}

interface Book { area: string, by: string, name: string, draw: (random: Random, community: Community, making: Making) => Drawn[] }

async function fill(client: ClientBase, making: Making, { area, by, name, draw }: Book): Promise<void> {
  const { seed, now, communities, people } = making
  const random = randomOf(`${seed} logbook ${name}`)
  const since = new Date(now.getTime() - (reach + 20) * 86_400_000)
  const [code, id] = [subdistrictOf(area), idAt(random, since.getTime())]
  const { rows: [shipped] } = await client.query<Shipped>('select id, about from logbook where subdistrict = 0 and name = $1', [name])
  await client.query(`insert into logbook (subdistrict, id, area, template, name, about, subject_label, purpose, note, has_photos, columns, changed_by_name, changed_at)
    select $1, $2, $3, id, name, about, subject_label, purpose, note, has_photos, columns, $4, $5 from logbook where subdistrict = 0 and id = $6`, [code, id, area, by, since, shipped!.id])
  const entries = communities.flatMap((community) => draw(random, community, making).map((one) => {
    const day = addDays(dayOf(now), -one.daysAgo)
    const at = new Date(`${day}T16:${String(random.whole(10, 59))}:00+08:00`)
    return { ...one, day, at, id: idAt(random, at.getTime()), worker: random.pick(people.socialWorkers.get(community.path)!) }
  }))
  await copyRows(client, 'logbook_entry', ['subdistrict', 'id', 'area', 'logbook', 'root', 'day', 'subject', 'about', 'record', 'facts', 'by', 'by_name', 'created_at', 'changed_at'],
    entries.map(({ id: entry, area: place, day, subject, record, values, worker, at }): Cell[] => [code, entry, place, id, shipped!.id, day, subject, shipped!.about, record, values, worker.id, worker.name, at, at]))
  await copyRows(client, 'revision', ['subdistrict', 'record', 'no', 'area', 'kind', 'at', 'by', 'by_name', 'source', 'fields'],
    entries.map(({ id: entry, area: place, values, worker, at }): Cell[] => [code, entry, 1, place, 'entry', at, worker.id, worker.name, 'demo', `{${['day', ...Object.keys(values)].join(',')}}`]))
}

const hazards: readonly [items: string[], hazard: string, order: string][] = [
  [['灭火器'], '灭火器压力不足，已过检验日期。', '更换合格灭火器，张贴检查卡。'], [['疏散通道', '安全出口'], '后门通道堆放纸箱，宽度不够。', '当日清空，保持通道畅通。'], [['电气线路'], '插线板串接，线路未穿管。', '请电工重新布线并穿管。'],
  [['电动车停放充电'], '店内停放电动自行车并充电。', '移到集中充电点，店内不得充电。'], [['燃气使用'], '燃气软管老化，没有装报警器。', '更换金属软管，安装可燃气体报警器。'], [['应急照明和指示'], '应急灯不亮。', '维修或更换应急灯。'],
]

function inspections(random: Random, { path }: Community, { now, base, people }: Making): Drawn[] {
  const small = random.shuffled(base.businesses.filter(({ house, values }) => house.area.startsWith(path) && (values.smallPlace ?? null) !== null)).slice(0, 14)
  return small.map(({ id, house, values: { name } }) => {
    const daysAgo = random.whole(1, reach)
    const common = { placeKind: '九小场所', inspector: random.pick(people.socialWorkers.get(path)!).name }
    const about = { daysAgo, area: house.area, subject: name, record: id }
    if (random.chance(0.45)) return { ...about, values: { ...common, items: ['疏散通道', '灭火器', '电气线路', '燃气使用'], state: '没有隐患' } }
    const [items, hazard, order] = random.pick(hazards)
    const found = { ...common, items, hazard, order, dueOn: addDays(dayOf(now), 7 - daysAgo) }
    // What was found in the last days waits; of what is older a few wait still.
    if (daysAgo < 8 || random.chance(0.12)) return { ...about, values: { ...found, state: '待整改' } }
    if (random.chance(0.1)) return { ...about, values: { ...found, sentTo: '消防救援站', state: '已移交' } }
    return { ...about, values: { ...found, recheckOn: addDays(dayOf(now), Math.min(0, 7 - daysAgo)), recheck: '已整改', state: '已整改' } }
  })
}

function waste(random: Random, { path }: Community, { base, people }: Making): Drawn[] {
  const points = base.things.filter(({ area, values }) => area.startsWith(path) && values.kind === '03005')
  return points.flatMap(({ id, area, values: { name } }) => [1, 2, 3, 4].map((nth): Drawn => {
    const issue = random.weighted<string | undefined>([[undefined, 5], ['混投', 3], ['桶边垃圾', 2], ['满溢', 1]])
    return { daysAgo: random.whole(1, reach / 4) + (nth - 1) * (reach / 4), area, subject: name, record: id, values: {
      slot: random.pick(['早', '晚']), supervisor: random.pick(people.socialWorkers.get(path)!).name, accuracy: issue ? random.whole(72, 92) : random.whole(90, 99), ...(issue && { issue: [issue], mended: '现场清理并引导二次分拣。' }),
    } }
  }))
}

const occasions: readonly [title: string, kind: string, note: string][] = [
  ['邻里百家宴', '文体活动', '居民自带拿手菜，老少同桌。'], ['敬老义诊', '便民服务', '卫生服务中心量血压、测血糖，讲解用药。'], ['楼道清洁日', '志愿服务', '清理楼道堆物和小广告。'], ['防诈骗讲堂', '宣传讲座', '民警讲身边的例子。'],
  ['亲子手工课', '亲子活动', '用旧物做灯笼。'], ['主题党日：走楼入户', '党建活动', '党员结对走访独居老人。'], ['磨刀理发进小区', '便民服务', '义务磨刀、理发、修伞。'], ['垃圾分类小课堂', '宣传讲座', '有奖问答，现场分类。'],
]

function activities(random: Random, { path, name: community }: Community): Drawn[] {
  return random.shuffled([...occasions]).slice(0, 5).map(([title, kind, note]): Drawn => {
    const [people, volunteers] = [random.whole(20, 120), random.whole(3, 18)]
    return { daysAgo: random.whole(1, reach), area: path, subject: `${community}${random.pick(['文化活动室', '小广场', '党群服务中心'])}`, record: null, values: { title, kind, people, volunteers, hours: random.whole(2, 4), cost: random.whole(0, 12) * 100, note } }
  })
}

const supplies: readonly [item: string, unit: string, count: number][] = [['编织袋', '只', 2000], ['抽水泵', '台', 4], ['雨衣', '件', 60], ['强光手电', '只', 30], ['救生衣', '件', 24], ['铁锹', '把', 40]]

const stores = (random: Random, { path, name }: Community, { people }: Making): Drawn[] => supplies.flatMap(([item, unit, count]): Drawn[] => {
  const keeper = people.socialWorkers.get(path)![0]!.name
  const used = random.whole(1, Math.max(1, Math.floor(count / 5)))
  const about = { area: path, subject: `${name}防汛物资库`, record: null }
  return [
    { ...about, daysAgo: reach - random.whole(0, 5), values: { item, act: '入库', count, unit, left: count, condition: '完好', keeper } },
    { ...about, daysAgo: random.whole(5, 40), values: { item, act: '领用', count: used, unit, left: count - used, condition: '完好', keeper } },
  ]
})
