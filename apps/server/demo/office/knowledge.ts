import { addDays, dayOf, subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import { copyRows, type Cell } from '../copy.ts'
import { idAt } from '../id.ts'
import { entries } from '../knowledge/index.ts'
import type { StarterEntry } from '../knowledge/index.ts'
import type { Account, People } from '../people/account.ts'
import { randomOf } from '../random.ts'
import type { Community } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'

interface Told extends Omit<StarterEntry, 'no'> { isNotForUs?: boolean }
type Standing = 'published' | 'draft' | 'review' | 'expired'
interface Kept { told: Told, area: string, areaName: string, writer: Account, status: Standing, replaces: string | null, validTo: string | null, isUnchecked: boolean }

const dayMs = 86_400_000
/** The starter set was put in some weeks before the first start, and is right for about a year. */
const [putDaysAgo, yearDays] = [60, 300]

/** What the first community says in the sub-district's place, and of its own, by the number of the answer it stands for. */
const own: readonly [replaces: number | null, status: Standing, told: Partial<Told> & Pick<Told, 'short'>][] = [
  [40, 'published', { short: '大件放3号岗亭旁的大件点，每周三、周六来车清运；不会搬的打社区电话，志愿者上门帮忙。', long: '本社区大件垃圾统一放在示例路3号岗亭旁的大件点，每周三、周六上午有车清运，平时请不要堆在楼道口。家里没有人能搬的老人，提前一天打社区电话登记，志愿者上门帮忙。装修垃圾不能放大件点，请找物业预约。', steps: ['打社区电话登记', '按约定时间搬到大件点'], entry: [{ kind: 'phone', text: '社区服务电话' }, { kind: 'window', text: '社区服务大厅' }] }],
  [null, 'published', { question: '社区活动室怎么预约', similar: ['活动室能借来打牌吗', '想借会议室给孩子过生日', '社区活动室几点开门', '棋牌室怎么约'], category: '文体活动', short: '到社区服务大厅登记，或打社区电话预约，工作日和周末都开放到晚上8点。', long: '社区二楼有棋牌室、舞蹈室和会议室，居民凭身份证登记就能用，不收费。舞蹈室人多，请提前三天预约；会议室给居民小组、业主和志愿者队伍优先使用。用完请关好门窗、带走垃圾。', steps: ['登记姓名和时间', '按时间来用', '用完关好门窗'], entry: [{ kind: 'window', text: '社区服务大厅' }] }],
  [45, 'review', { short: '先找物业挪车；晚上外来车多，可在“共享车位”登记临时停放。' }],
  [null, 'draft', { question: '社区食堂几点吃饭', similar: ['食堂晚饭几点', '老年食堂怎么办卡'], category: '老年服务', short: '' }],
]

/** The starter set as the office put it in, to be checked; some of it soon out of date or out of it; a community's own; and what is being written. */
export async function storeKnowledge(client: ClientBase, { seed, now, communities, people }: { seed: string, now: Date, communities: readonly Community[], people: People }): Promise<void> {
  const random = randomOf(`${seed} knowledge`)
  const [code, today, put] = [subdistrictOf(subdistrict.path), dayOf(now), new Date(now.getTime() - putDaysAgo * dayMs)]
  const named = (signInName: string) => people.all.find((account) => account.signInName === signInName)!
  const [writer, reviewer, first] = [named('shouli'), named('zhibanzhang'), communities[0]!]
  const ids = new Map(entries.map(({ no }) => [no, idAt(random, put.getTime())]))
  const street = entries.map((told): [string, Kept] => {
    // Of fifty one has ended, and of forty one ends within days.
    const [hasEnded, endsSoon] = [told.no % 50 === 7, told.no % 40 === 9]
    const validTo = hasEnded ? addDays(today, -3) : addDays(today, endsSoon ? told.no % 13 + 1 : yearDays + told.no % 60)
    return [ids.get(told.no)!, { told, area: subdistrict.path, areaName: subdistrict.name, writer, status: hasEnded ? 'expired' : 'published', replaces: null, validTo, isUnchecked: true }]
  })
  const theirs = own.map(([replaced, status, said]): [string, Kept] => [idAt(random, now.getTime()), {
    told: { question: '', similar: [], category: '', long: '', steps: [], materials: [], entry: [], ...entries.find(({ no }) => no === replaced), ...said }, area: first.path, areaName: first.name, writer: named('shegong001'), status, replaces: replaced === null ? null : ids.get(replaced)!, validTo: addDays(today, yearDays), isUnchecked: false,
  }])
  const all = [...street, ...theirs].map(([id, kept], at) => ({ id, kept, no: at + 1, at: new Date(put.getTime() + (kept.area === subdistrict.path ? at * 1000 : dayMs * (at % 40 + 10))), reviewer: kept.area === subdistrict.path ? reviewer : named('shuji01') }))
  await copyRows(client, 'knowledge_base', ['subdistrict', 'office', 'version', 'last_no'], [[code, subdistrict.path, 4, all.length]])
  await copyRows(client, 'knowledge', ['subdistrict', 'id', 'area', 'area_name', 'no', 'replaces', 'status', 'open_status', 'shown', 'last', 'owner', 'owner_role', 'owner_name', 'changed_at', 'changed_name'], all.map(({ id, kept, no, at }): Cell[] =>
    [code, id, kept.area, kept.areaName, no, kept.replaces, kept.status === 'review' ? 'draft' : kept.status, kept.status === 'review' || kept.status === 'draft' ? kept.status : null, 1, 1, kept.writer.id, null, kept.writer.name, at, kept.writer.name]))
  await copyRows(client, 'knowledge_revision', revisionColumns, all.map(({ id, kept, at, reviewer: by }): Cell[] => [code, id, 1, ...contentOf(kept, dayOf(put)), ...passedBy(kept, at, by)]))
}

const revisionColumns = ['subdistrict', 'knowledge', 'no', 'area', 'replaces', 'status', 'question', 'alike', 'category', 'answer_short', 'answer_long', 'steps', 'materials', 'entrances', 'phone', 'audience', 'source_title', 'source_on', 'valid_from', 'valid_to', 'matter', 'is_unchecked', 'is_not_for_us', 'authors', 'author_name', 'written_at', 'reviewer_name', 'reviewed_at', 'version_from', 'version_to', 'ended_at']

const contentOf = ({ told, area, status, replaces, validTo, isUnchecked }: Kept, since: string): Cell[] => [
  area, replaces, status, told.question, texts(told.similar), told.category, told.short, told.long, texts(told.steps), texts(told.materials), JSON.stringify(told.entry), told.phone ?? '', told.audience ?? '', told.source?.title ?? null, told.source?.date ?? null,
  status === 'published' || status === 'expired' ? since : null, validTo, told.matter ?? null, isUnchecked, told.isNotForUs ?? false,
]

/** Who wrote and who reviewed it, with which version of the whole it began and ceased to be told: the set was one step, the community's own another, what ended the last. */
function passedBy({ area, writer, status }: Kept, at: Date, reviewer: Account): Cell[] {
  const [isTold, hasEnded] = [status === 'published' || status === 'expired', status === 'expired']
  return [`{${writer.id}}`, writer.name, at, isTold ? reviewer.name : null, isTold ? new Date(at.getTime() + dayMs / 4) : null, isTold ? (area === subdistrict.path ? 1 : 2) : null, hasEnded ? 4 : null, hasEnded ? new Date(at.getTime() + (putDaysAgo - 2) * dayMs) : null]
}

/** A list of texts as PostgreSQL reads it (Array Input). */
const texts = (all: readonly string[]): string => `{${all.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
