import type { Field, Ground, Part } from './field.ts'

/** GB/T 31000 房屋 (domain §2.1). Where it lies — building, entrance, floor, room — is its address and not among these. */
export const housingParts: readonly Part[] = [
  { name: 'house', title: '房屋' },
  { name: 'rental', title: '出租', when: { field: 'state', is: ['02'] } },
]

const of = (part: string, fields: readonly Omit<Field, 'part'>[]): Field[] => fields.map((field) => ({ ...field, part }))

export const housingFields: readonly Field[] = [
  ...of('house', [
    { name: 'no', label: '房屋编号', type: 'text', max: 40, headers: ['房屋编码'] },
    { name: 'use', label: '房屋用途', type: 'code', table: 'housingUse', headers: ['建筑用途', '用途'] },
    { name: 'state', label: '使用状态', type: 'code', table: 'housingState', headers: ['房屋状态', '居住状态'] },
    { name: 'size', label: '建筑面积（平方米）', type: 'number', max: 100_000, headers: ['建筑面积', '面积'] },
    { name: 'structure', label: '建筑类型', type: 'code', table: 'structure', headers: ['建筑结构', '房屋结构'] },
    { name: 'tenure', label: '产权类型', type: 'code', table: 'tenure', headers: ['产权性质'] },
    { name: 'tenureYears', label: '产权年限（年）', type: 'number', max: 999, headers: ['产权年限', '年限'] },
    { name: 'certificateNo', label: '不动产权证号', type: 'text', max: 60, headers: ['房产证号', '产权证号'] },
    { name: 'hazard', label: '安全隐患类型', type: 'codes', table: 'hazardKind', headers: ['隐患类型'] },
    { name: 'note', label: '备注', type: 'longText', max: 500 },
  ]),
  ...of('rental', [
    { name: 'rentalUse', label: '出租用途', type: 'code', table: 'rentalUse' },
    { name: 'leaseFrom', label: '租赁起始日期', type: 'day', headers: ['起租日期', '租赁开始日期'] },
    { name: 'leaseUntil', label: '租赁截止日期', type: 'day', headers: ['止租日期', '租赁结束日期'] },
    { name: 'isFiled', label: '已办租赁登记', type: 'yes', headers: ['是否登记备案'] },
  ]),
]

export const housingGrounds: readonly Ground[] = [
  { part: 'house', purpose: '掌握辖区房屋底数，安全隐患排查', basis: '城市居民委员会组织法第三条；个人信息保护法第十三条第一款第（三）项', keepYears: 10 },
  { part: 'rental', purpose: '居住房屋出租登记与安全管理', basis: '商品房屋租赁管理办法第十四条；地方规定的条款由本单位确定', keepYears: 3 },
]
