import type { Field, Ground, Part } from './field.ts'

/** GB/T 31000 楼栋 (domain §2.1). Estate, grid, floors, entrances, homes and people follow from its address and from what is registered in it; its steward is a relation. */
export const buildingParts: readonly Part[] = [
  { name: 'building', title: '楼幢' },
  { name: 'safety', title: '安全与设施' },
]

const of = (part: string, fields: readonly Omit<Field, 'part'>[]): Field[] => fields.map((field) => ({ ...field, part }))

export const buildingFields: readonly Field[] = [
  ...of('building', [
    { name: 'use', label: '楼幢用途', type: 'code', table: 'housingUse', headers: ['建筑用途'] },
    { name: 'builtIn', label: '建成年份', type: 'number', max: 2199, headers: ['年限', '竣工年份'] },
    { name: 'size', label: '建筑面积（平方米）', type: 'number', max: 1_000_000, headers: ['建筑面积'] },
    { name: 'height', label: '地上层数', type: 'number', max: 199, headers: ['层数', '楼栋总层数'] },
    { name: 'depth', label: '地下层数', type: 'number', max: 9 },
    { name: 'lifts', label: '电梯（部）', type: 'number', max: 60, headers: ['电梯数'] },
    { name: 'address', label: '门牌地址', type: 'text', max: 100, headers: ['详址'] },
    { name: 'manager', label: '物业单位', type: 'text', max: 60, headers: ['物业公司'] },
    { name: 'note', label: '备注', type: 'longText', max: 500 },
  ]),
  ...of('safety', [
    { name: 'hazard', label: '安全隐患类型', type: 'codes', table: 'hazardKind', headers: ['隐患类型'] },
    { name: 'hasGas', label: '通管道燃气', type: 'yes' },
    { name: 'hasCharging', label: '有电动自行车充电设施', type: 'yes' },
    { name: 'hasRamp', label: '有无障碍坡道', type: 'yes' },
    { name: 'hydrants', label: '消火栓（处）', type: 'number', max: 500 },
    { name: 'inspectedOn', label: '最近安全检查日期', type: 'day' },
  ]),
]

export const buildingGrounds: readonly Ground[] = [
  { part: 'building', purpose: '掌握辖区楼幢底数', basis: '城市居民委员会组织法第三条', keepYears: null },
  { part: 'safety', purpose: '安全隐患排查与无障碍服务', basis: '消防法第三十二条；无障碍设施的依据由本单位确定', keepYears: null },
]
