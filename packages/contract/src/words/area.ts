export const areaKind = {
  province: '省', city: '市', county: '区县', subdistrict: '街道', community: '社区', grid: '网格', microGrid: '微网格', building: '楼幢',
} as const
export type AreaKind = keyof typeof areaKind

export const unitKind = { community: '社区', office: '街道科室', department: '职能部门', outside: '外部单位' } as const
export type UnitKind = keyof typeof unitKind
