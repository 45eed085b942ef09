import type { Field } from './field.ts'

/** Where a file that came in stands. */
export const intakeStatus = { reading: '正在读取', ready: '待确认', committing: '正在导入', done: '已导入', undoing: '正在撤销', undone: '已撤销', cancelled: '已取消', failed: '读不了' } as const
export type IntakeStatus = keyof typeof intakeStatus

/** What a row of a file is. `note`: titles, sums and remarks that people write around their tables. */
export const intakeOutcome = { fresh: '新登记', match: '已登记过', twice: '文件内重复', bad: '有问题', note: '不是登记内容' } as const
export type IntakeOutcome = keyof typeof intakeOutcome

/** What became of a row in the base. `stale`: somebody was quicker; `kept`: changed since, and so not undone. */
export const intakeResult = { entered: '已登记', changed: '已更新', same: '没有变化', stale: '导入时已被他人登记', undone: '已撤销', kept: '之后有变动，未撤销' } as const
export type IntakeResult = keyof typeof intakeResult

/** Whose word stands where the file says otherwise than the record. */
export const intakeMerge = { fill: '只补空白，不改已有内容', rule: '按来源先后，不能改的留作待定', take: '以文件为准' } as const
export type IntakeMerge = keyof typeof intakeMerge

/** A cell that says so empties what is in the record; an empty cell says nothing. */
export const clearMark = '【清空】'
/** The column that files come back with. */
export const faultTitle = '导入问题'

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
