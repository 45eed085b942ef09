import { baseKinds, eventSeverity, eventSource, eventStatus, personStanding, side, type Field, type LedgerBase, type TestBy } from '@linli/contract'

/** What a line is a record of: of the base, or what has no dictionary and changes by its own steps: an event, an entry of a logbook, somebody who works here. */
export type BaseKind = 'person' | 'housing' | 'household' | 'enterprise' | 'thing'
export type LineKind = BaseKind | 'event' | 'entry' | 'worker'
export const lineKinds: readonly BaseKind[] = ['person', 'housing', 'household', 'enterprise', 'thing']
/** What goes out and may come back changed. */
export const isOfBase = (kind: LineKind): kind is BaseKind => (lineKinds as readonly LineKind[]).includes(kind)
export const kindOf = (base: LedgerBase): LineKind => (base === 'residency' || base === 'former' ? 'person' : base)

/** What keeps its sensitive values sealed together. */
export type SealKind = BaseKind | 'entry'

/** Something that may be asked and shown of the base. `seal`: sealed by itself, or together with all that is sensitive of its record. */
export interface Item {
  name: string
  label: string
  part: string
  type: Field['type'] | 'area'
  bases: readonly LedgerBase[]
  isSensitive: boolean
  tests: readonly TestBy[]
  table?: string
  /** The field of the dictionary or of the logbook it is, and of which kind. */
  field?: { kind: SealKind, name: string }
  seal?: 'number' | 'phone' | 'workerPhone' | SealKind
  /** Read for a whole page at once, from the buildings and homes that stand in it. */
  isGathered: boolean
}

/** `isRetired`: offered no more, and asked for and shown where records carry it still. */
export type Options = readonly { code: string, label: string, isRetired?: boolean }[]

const ofPeople: readonly LedgerBase[] = ['person', 'residency', 'former']
/** Whatever a line is of, it may be at a housing unit. */
const everywhere: readonly LedgerBase[] = [...ofPeople, 'housing', 'household', 'enterprise', 'thing']
const basesOf = (kind: BaseKind): readonly LedgerBase[] => (kind === 'person' ? ofPeople : kind === 'housing' ? everywhere : [kind])

const testsOfType: Record<Item['type'], readonly TestBy[]> = {
  text: ['has', 'in', 'known'], longText: ['has', 'known'], code: ['in', 'known'], codes: ['in', 'known'], day: ['within', 'from', 'until', 'known'], number: ['from', 'until', 'in', 'known'], yes: ['in', 'known'],
  identityNumber: ['known'], certificateNumber: ['known'], phone: ['known'], creditCode: ['in', 'known'], bankCard: ['known'], area: ['in'],
}

/** Whole numbers are looked for in the find box; here it is only asked whether there is one. Of what is sealed together nothing can be asked. */
const testsOf = (type: Item['type'], seal?: Item['seal']): readonly TestBy[] => (seal === undefined ? testsOfType[type] : seal === 'number' || seal === 'phone' || seal === 'workerPhone' ? ['known'] : [])

/** The fields of the dictionary and what an office added to it. */
export function fieldItems(kind: BaseKind, fields: readonly Field[]): Item[] {
  const titles = new Map((baseKinds[kind]?.parts ?? []).map(({ name, title }) => [name, title]))
  return fields.map(({ name, label, type, part, isSensitive = false, table }) => {
    const seal = !isSensitive ? undefined : kind !== 'person' ? kind : name === 'certificateNumber' ? 'number' as const : name === 'phone' ? 'phone' as const : kind
    return {
      isGathered: false, name: kind === 'person' ? name : `${kind}.${name}`, label, part: titles.get(part) ?? '自定义项目', type, bases: basesOf(kind), isSensitive, tests: testsOf(type, seal), field: { kind, name },
      ...(table !== undefined && { table }), ...(seal && { seal }),
    }
  })
}

/** The columns of a logbook. */
export const entryItems = (columns: readonly Field[]): Item[] => columns.map(({ name, label, type, isSensitive = false, table }) => ({
  isGathered: false, name: `entry.${name}`, label, part: '登记内容', type, bases: ['entry'], isSensitive, tests: testsOf(type, isSensitive ? 'entry' : undefined), field: { kind: 'entry', name }, ...(table !== undefined && { table }), ...(isSensitive && { seal: 'entry' as const }),
}))

const gathered = /^(owner|head|building)\.|^place\.(community|grid|building)$/
const made = (part: string, bases: readonly LedgerBase[], rows: [name: string, label: string, type: Item['type'], more?: Partial<Item>][]): Item[] =>
  rows.map(([name, label, type, more]) => ({ name, label, part, type, bases, isSensitive: false, isGathered: gathered.test(name), tests: testsOf(type), ...more }))
const shownOnly = { tests: [] }

/** What is in no form but follows from what is. */
export const madeItems: readonly Item[] = [
  ...made('由登记得出', ofPeople, [
    ['person.age', '年龄', 'number'], ['person.ageBand', '年龄段', 'text', shownOnly], ['person.tags', '标签', 'codes'], ['person.standing', '在册情况', 'code', { table: 'standing' }],
  ]),
  ...made('居住', ofPeople, [
    ['residency.role', '居住关系', 'code', { table: 'residencyRole' }], ['residency.since', '入住日期', 'day'], ['residency.until', '离开日期', 'day'], ['residency.leaveReason', '离开原因', 'code', { table: 'leaveReason' }],
    ['residency.isMain', '是否常住', 'yes'], ['residency.span', '起止日期', 'text', shownOnly], ['residency.enteredOn', '居住登记日期', 'day'], ['residency.enteredBy', '登记人', 'text', shownOnly],
  ]),
  ...made('位置', everywhere, [
    ['place.address', '地址', 'text'], ['place.entrance', '单元', 'text'], ['place.floor', '楼层', 'number'], ['place.room', '室号', 'text'],
    ['place.hasLift', '楼栋有电梯', 'yes'], ['building.entrances', '楼栋单元总数', 'number', shownOnly], ['building.floors', '楼栋总层数', 'number', shownOnly], ['building.point', '楼栋中心点', 'text', shownOnly],
  ]),
  ...made('位置', [...everywhere, 'event', 'entry', 'worker'], [
    ['place.area', '辖区', 'area'], ['place.community', '所属社区', 'text', shownOnly], ['place.grid', '所属网格', 'text', shownOnly], ['place.building', '所属楼栋', 'text', shownOnly],
  ]),
  ...made('户', ofPeople, [
    ['memberOf.no', '所在户的户号', 'text'], ['memberOf.kind', '户别', 'code', { table: 'householdKind' }], ['memberOf.isHead', '是否户主', 'yes'], ['memberOf.people', '户内人数', 'number'], ['memberOf.tags', '户标签', 'codes'],
  ]),
  ...made('房屋里的人', everywhere, [
    ['housing.people', '登记居住人数', 'number'], ['housing.households', '登记户数', 'number'], ['housing.tags', '房屋标签', 'codes'], ['owner.name', '房主姓名', 'text', shownOnly], ['owner.number', '房主证件号码', 'certificateNumber', { isSensitive: true, tests: [] }],
    ['owner.phone', '房主电话', 'phone', { isSensitive: true, tests: [] }], ['owner.address', '房主现住', 'text', shownOnly], ['head.number', '户主证件号码', 'certificateNumber', { isSensitive: true, tests: [] }],
  ]),
  ...made('户主与成员', ['household'], [
    ['household.head', '户主', 'text'], ['head.phone', '户主电话', 'phone', { isSensitive: true, tests: [] }], ['household.people', '户内人数', 'number'], ['household.members', '成员', 'text', shownOnly], ['household.tags', '标签', 'codes'],
  ]),
  ...made('由登记得出', ['enterprise'], [['enterprise.tags', '标签', 'codes']]),
  ...made('由登记得出', ['thing'], [['thing.owner', '权属单位', 'text'], ['thing.point', '坐标', 'text', shownOnly], ['thing.tags', '标签', 'codes']]),
  ...made('事件', ['event'], [
    ['event.number', '编号', 'text'], ['event.title', '标题', 'text'], ['event.description', '内容', 'longText'], ['event.matter', '事项', 'text'], ['event.source', '来源', 'code', { table: 'eventSource' }], ['event.severity', '级别', 'code', { table: 'eventSeverity' }],
    ['event.place', '发生地', 'text'], ['event.reportedOn', '上报日期', 'day'], ['event.reporter', '反映人', 'text', shownOnly], ['event.reporterPhone', '反映人电话', 'text', shownOnly],
  ]),
  ...made('办理', ['event'], [
    ['event.status', '状态', 'code', { table: 'eventStatus' }], ['event.unit', '承办单位', 'text'], ['event.person', '承办人', 'text'], ['event.dueOn', '办理时限', 'day'], ['event.isOverdue', '是否超期', 'yes'], ['event.closedOn', '结案日期', 'day'],
    ['event.reply', '办理情况', 'text', { tests: ['has', 'known'] }], ['event.rating', '评价（1—5）', 'number'], ['event.isSolved', '是否解决', 'yes'], ['event.reopened', '重办次数', 'number'],
  ]),
  ...made('登记', ['entry'], [
    ['entry.day', '日期', 'day'], ['entry.subject', '对象或地点', 'text'], ['entry.by', '登记人', 'text'], ['entry.photos', '照片（张）', 'number'], ['entry.book', '登记簿', 'text', shownOnly], ['entry.enteredOn', '录入日期', 'day'],
  ]),
  ...made('账号', ['worker'], [
    ['worker.institution', '机构名称', 'text'], ['worker.unit', '部门名称', 'text'], ['worker.name', '姓名', 'text'], ['worker.signInName', '登录名', 'text'], ['worker.phone', '手机', 'phone', { isSensitive: true, tests: ['known'], seal: 'workerPhone' }],
    ['worker.side', '用户类型', 'code', { table: 'side' }], ['worker.createdOn', '创建时间', 'day'], ['worker.isEnabled', '账号启用', 'yes'], ['worker.roles', '拥有角色', 'text'], ['worker.kind', '人员类型', 'text'], ['worker.unitPhone', '部门电话', 'text', shownOnly], ['worker.postAreas', '岗位辖区', 'text', shownOnly],
  ]),
  ...made('记录', everywhere, [['record.enteredOn', '建档日期', 'day'], ['record.changedOn', '最近修改日期', 'day'], ['record.checkedOn', '最近核实日期', 'day']]),
]

/** Asked for only: what the search box of a list finds, so that what goes out of it is what stands in it. */
export const foundItems: readonly Item[] = [...made('查找', ['household'], [['household.found', '户主或地址', 'text', { tests: ['has'] }]]), ...made('查找', ['thing'], [['thing.found', '名称或标识码', 'text', { tests: ['has'] }]])]
export const isFound = ({ name }: Item): boolean => name.endsWith('.found')

/** Code tables that are no tables of the standards. */
export const ownOptions: Readonly<Record<string, Options>> = Object.fromEntries(Object.entries({ standing: personStanding, eventStatus, eventSource, eventSeverity, side: { staff: side.staff, unit: side.unit } }).map(([table, words]) => [table, Object.entries(words).map(([code, label]) => ({ code, label }))]))
