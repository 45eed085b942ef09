export { areaLevelLabels as areaKind, type AreaLevel as AreaKind } from '@linli/standards/area-path'

export const unitKind = { community: '社区', office: '街道科室', department: '职能部门', outside: '外部单位' } as const
export type UnitKind = keyof typeof unitKind
