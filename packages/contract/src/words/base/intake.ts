import type { Field, RecordKind } from './field.ts'

/** What files bring. Households are only changed by them. */
export const intakeKind = { person: '人口', enterprise: '企业与组织', thing: '物与部件', housing: '房屋', household: '家庭户' } as const
export type IntakeKind = keyof typeof intakeKind

/** Where a file that came in stands. */
export const intakeStatus = { reading: '正在读取', ready: '待确认', committing: '正在导入', done: '已导入', undoing: '正在撤销', undone: '已撤销', cancelled: '已取消', failed: '读不了' } as const
export type IntakeStatus = keyof typeof intakeStatus

/** What a row of a file is. `same`: it went out and came back as it was; `note`: titles, sums and remarks that people write around their tables. */
export const intakeOutcome = { fresh: '新登记', match: '已登记过', same: '没有改动', twice: '文件内重复', bad: '有问题', note: '不是登记内容' } as const
export type IntakeOutcome = keyof typeof intakeOutcome

/** What became of a row in the base. `stale`: somebody was quicker; `kept`: changed since, and so not undone. */
export const intakeResult = { entered: '已登记', changed: '已更新', same: '没有变化', stale: '导入时已被他人登记或改动', undone: '已撤销', kept: '之后有变动，未撤销' } as const
export type IntakeResult = keyof typeof intakeResult

/** Whose word stands where the file says otherwise than the record. */
export const intakeMerge = { fill: '只补空白，不改已有内容', rule: '按来源先后，不能改的留作待定', take: '以文件为准' } as const
export type IntakeMerge = keyof typeof intakeMerge

/** A cell that says so empties what is in the record; an empty cell says nothing. */
export const clearMark = '【清空】'
/** The column that files come back with. */
export const faultTitle = '导入问题'

/**
 * The hidden column of a ledger that goes out, and what stands in it: of which record a line is, and the state in which it was shown; which line of the record it is, and a short print of each cell that is no field of the
 * record, in their order: it tells whether somebody wrote over it.
 */
export const recordTitle = '记录编号'
export interface RecordMark { kind: RecordKind, id: string, revision: number, line?: string, prints?: readonly string[] }
const printLetters = 5
export const recordMark = ({ kind, id, revision, line, prints = [] }: RecordMark): string => `${kind}:${id}:${revision}${line === undefined ? '' : `:${line}:${prints.join('')}`}`
export function readRecordMark(text: string): RecordMark | undefined {
  const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
  const [, kind, id, revision, line, prints = ''] = new RegExp(`^([a-z]+):(${uuid}):(\\d{1,9})(?::(${uuid}):((?:[\\da-z]{${printLetters}})*))?$`).exec(text.trim()) ?? []
  return kind === undefined ? undefined : { kind: kind as RecordKind, id: id!, revision: Number(revision), ...line !== undefined && { line, prints: prints.match(new RegExp(`.{${printLetters}}`, 'g')) ?? [] } }
}
/** Excel ends lines of a cell in its own way. */
export const plainCell = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** FNV-1a: not secret, and cheap enough for a million cells. */
export function printOf(cell: string): string {
  const text = plainCell(cell)
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36).padStart(printLetters, '0').slice(-printLetters)
}

const tags: Field = { name: 'tags', label: '标签', type: 'codes', table: 'tag', part: 'beside' }

/** What is kept of a record beside its fields, and may be changed in a ledger that comes back: its tags, whose names are the office's, and how somebody lives in their main home. */
export const besideFields: Readonly<Record<IntakeKind, readonly Field[]>> = {
  person: [{ name: 'at.role', label: '居住关系', type: 'code', table: 'residencyRole', part: 'beside', isRequired: true }, { name: 'at.since', label: '入住日期', type: 'day', part: 'beside' }, tags],
  enterprise: [tags], thing: [tags], housing: [tags], household: [tags],
}

/** Columns that say where somebody lives: as real files have them (domain §1.11). They are matched to housing units and areas, and are not kept as values. */
export const placeFields: readonly Field[] = [
  { name: 'at.address', label: '现住门楼详址', type: 'text', max: 200, part: 'place', headers: ['现住门（楼）详址', '现住门(楼)详址', '现住址', '现住地址', '现居住地址', '居住地址', '居住地', '家庭住址', '住址', '地址', '房屋地址', '详细地址'] },
  { name: 'at.community', label: '所属社区', type: 'text', max: 60, part: 'place', headers: ['社区', '社区名称', '居委会'] },
  { name: 'at.grid', label: '所属网格', type: 'text', max: 60, part: 'place', headers: ['网格', '网格名称'] },
  { name: 'at.building', label: '所属楼栋', type: 'text', max: 60, part: 'place', headers: ['楼栋', '楼幢', '幢号', '幢', '楼号', '栋'] },
  { name: 'at.entrance', label: '所属单元', type: 'text', max: 20, part: 'place', headers: ['单元', '单元号'] },
  { name: 'at.floor', label: '房屋楼层', type: 'text', max: 20, part: 'place', headers: ['楼层', '层'] },
  { name: 'at.room', label: '所属房屋', type: 'text', max: 40, part: 'place', headers: ['房号', '室号', '房间号', '门牌号', '室'] },
  { name: 'at.role', label: '居住关系', type: 'code', table: 'residencyRole', part: 'place', headers: ['居住身份', '与房屋关系', '住户类型'] },
  { name: 'at.since', label: '入住日期', type: 'day', part: 'place', headers: ['居住起始日期', '入住时间', '起租日期'] },
]

const where = placeFields.filter(({ name }) => name !== 'at.role' && name !== 'at.since').map((field) => (field.name === 'at.community' ? { ...field, headers: [...field.headers ?? [], '区域', '所在社区'] } : field))
const at = (label: string, headers: readonly string[]): Field[] => where.map((field) => (field.name === 'at.address' ? { ...field, label, headers: ['地址', '详址', '门楼详址', '门（楼）详址', '详细地址', '所在地', ...headers] } : field))

/** Columns that say where a record of a kind is, and whose. */
const places: Readonly<Record<IntakeKind, readonly Field[]>> = {
  person: placeFields,
  enterprise: at('经营地址', ['办公地址', '经营场所', '单位地址', '企业地址', '学校地址', '场所地址']),
  housing: at('房屋地址', ['房屋详址', '坐落', '房屋坐落']),
  household: at('居住地址', ['住址', '家庭住址', '现住址']),
  thing: [...at('所在地址', ['安装地址', '部件地址']), { name: 'at.point', label: '坐标', type: 'text', max: 60, part: 'place', headers: ['中心点', '经纬度', '坐标点', '地理坐标'] }, { name: 'at.owner', label: '权属单位', type: 'text', max: 60, part: 'place', headers: ['权属部门', '权属单位名称', '权属部门名称'] }],
}
export const placeFieldsOf = (kind: IntakeKind): readonly Field[] => places[kind]
