import type { Field, Ground, Part } from './field.ts'

/** A thing or component (部件, GB/T 30428.2 and its successor; domain §2.1, §2.8). Where it is and whose it is stand beside these. */
export const thingParts: readonly Part[] = [
  { name: 'thing', title: '物与部件' },
  { name: 'care', title: '权属与养护' },
]

const of = (part: string, fields: readonly Omit<Field, 'part'>[]): Field[] => fields.map((field) => ({ ...field, part }))

export const thingFields: readonly Field[] = [
  ...of('thing', [
    { name: 'name', label: '名称', type: 'text', max: 60, headers: ['部件名称'], isRequired: true },
    { name: 'kind', label: '部件类型', type: 'code', table: 'thingKind', headers: ['类型', '部件类别'], isRequired: true },
    { name: 'code', label: '部件标识码', type: 'text', max: 30, headers: ['编号', '部件编号', '标识码'] },
    { name: 'state', label: '部件状态', type: 'code', table: 'thingState', headers: ['状态'] },
    { name: 'count', label: '数量', type: 'number', max: 100_000 },
    { name: 'shape', label: '空间形态', type: 'code', table: 'thingShape' },
    { name: 'spot', label: '具体位置', type: 'text', max: 100, headers: ['地点', '位置'] },
    { name: 'isDangerous', label: '危险品', type: 'yes', headers: ['是否危险品'] },
    { name: 'note', label: '备注', type: 'longText', max: 500 },
  ]),
  ...of('care', [
    { name: 'authority', label: '主管部门', type: 'text', max: 60, headers: ['主管部门名称'] },
    { name: 'authorityPhone', label: '主管部门电话', type: 'phone', isSensitive: true },
    { name: 'keeper', label: '养护单位', type: 'text', max: 60, headers: ['养护部门', '养护部门名称'] },
    { name: 'keeperPhone', label: '养护电话', type: 'phone', headers: ['养护部门电话'], isSensitive: true },
    { name: 'installedOn', label: '安装日期', type: 'day', headers: ['启用日期'] },
    { name: 'inspectedOn', label: '最近检验日期', type: 'day', headers: ['检验日期', '年检日期'] },
    { name: 'inspectBy', label: '下次检验日期', type: 'day', headers: ['检验有效期'] },
  ]),
]

export const thingGrounds: readonly Ground[] = [
  { part: 'thing', purpose: '掌握辖区部件底数', basis: '城市市容和环境卫生管理条例第四条；GB/T 30428.2', keepYears: 10 },
  { part: 'care', purpose: '派遣与养护', basis: '城市市容和环境卫生管理条例第四条', keepYears: 10 },
]
