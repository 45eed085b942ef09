export { areaLevelLabels as areaKind, type AreaLevel as AreaKind } from '@linli/standards/area-path'

/** What kind of district it is: the limits of 城市管理 are shorter where it matters more (GB/T 30428.8). */
export const areaClass = { A: 'A 类区域', B: 'B 类区域', C: 'C 类区域' } as const
export type AreaClass = keyof typeof areaClass

export const unitKind = { community: '社区', office: '街道科室', department: '职能部门', outside: '外部单位' } as const
export type UnitKind = keyof typeof unitKind
