/** What kind of neighbourhood a community is; it decides how it is built, who lives there and what is reported. */
export type CommunityKind = 'old' | 'new' | 'resettled' | 'village' | 'industry' | 'talent'

export interface CommunityProfile {
  name: string
  kind: CommunityKind
  persons: number
  houses: number
  buildings: number
  grids: number
  microGrids: number
  workers: number
  organisations: number
  /** West, south, east, north of its ground, in metres before the ground is bent; multiples of 25. */
  ground: readonly [number, number, number, number]
  /** Names of its estates or hamlets. */
  estates: readonly string[]
}

/** The seventeen communities of the fictional 临河街道, with counts in the proportions of a real one (domain §7.1). */
export const communities: readonly CommunityProfile[] = [
  of('示范桥社区', 'old', [6944, 3017, 82, 7, 48, 7, 410], [800, 1050, 1400, 1650], '桥东新村 桥西新村 示范一村 示范二村'),
  of('云禾里社区', 'new', [8288, 3166, 33, 8, 41, 9, 335], [1850, 1050, 2350, 1650], '云禾府 云禾雅苑'),
  of('澄河新城社区', 'new', [10976, 4194, 43, 10, 55, 9, 443], [800, 450, 1400, 1050], '澄河新城 澄河名邸 澄河印'),
  of('文澜苑社区', 'new', [9072, 3466, 36, 9, 45, 10, 366], [1400, 450, 1850, 1050], '文澜苑 文澜公馆'),
  of('兰汀社区', 'resettled', [7840, 3183, 51, 8, 42, 8, 498], [2350, 450, 2900, 1050], '兰汀家园 兰汀新苑'),
  of('永宁家园社区', 'resettled', [7056, 2864, 46, 7, 37, 8, 448], [800, 1650, 1250, 2500], '永宁家园'),
  of('柳浜社区', 'village', [5152, 2334, 243, 6, 30, 6, 386], [0, 1050, 800, 1650], '东柳浜 西柳浜 柳浜头'),
  of('竹渡社区', 'village', [6048, 2741, 285, 7, 36, 6, 454], [0, 1650, 800, 2350], '竹渡 上竹 下竹'),
  of('和畅社区', 'village', [6608, 2994, 312, 7, 39, 7, 496], [0, 100, 800, 1050], '和村 畅村 南和'),
  of('晨晖社区', 'village', [4704, 2131, 222, 5, 28, 5, 353], [1250, 1650, 1850, 2500], '晨村 晖村'),
  of('石塘桥社区', 'village', [5712, 2588, 270, 7, 34, 6, 428], [1700, 0, 2900, 450], '石塘桥 塘东 塘西'),
  of('枫庄社区', 'village', [3808, 1725, 179, 4, 22, 5, 285], [800, 0, 1700, 450], '枫庄 小枫庄'),
  of('青屏园区社区', 'industry', [8512, 4365, 79, 11, 57, 9, 1081], [1850, 1650, 3400, 2500], '青屏'),
  of('梧桐街社区', 'old', [4816, 2085, 50, 5, 27, 5, 278], [1400, 1050, 1850, 1650], '梧桐新村 梧桐苑'),
  of('星寓社区', 'talent', [7392, 4115, 27, 10, 54, 8, 213], [1850, 450, 2350, 1050], '星寓公寓'),
  of('海棠湾社区', 'new', [6272, 2396, 24, 6, 31, 7, 253], [2350, 1050, 2900, 1650], '海棠湾'),
  of('莲塘社区', 'resettled', [2800, 1136, 18, 3, 14, 5, 177], [2900, 1050, 3400, 1650], '莲塘家园'),
]

function of(name: string, kind: CommunityKind, counts: [number, number, number, number, number, number, number], ground: CommunityProfile['ground'], estates: string): CommunityProfile {
  const [persons, houses, buildings, grids, microGrids, workers, organisations] = counts
  return { name, kind, persons, houses, buildings, grids, microGrids, workers, organisations, ground, estates: estates.split(' ') }
}

/** The outline of the sub-district on the unbent ground. */
export const outline: readonly (readonly [number, number])[] = [
  [800, 0], [2900, 0], [2900, 1050], [3400, 1050], [3400, 2500], [800, 2500], [800, 2350], [0, 2350], [0, 100], [800, 100], [800, 0],
]

export const subdistrict = { path: '/33/99/01/008/', name: '临河街道' }

/** Above the sub-district: names nobody can take for a real place. */
export const above = [
  { path: '/33/', name: '示例省', kind: 'province' },
  { path: '/33/99/', name: '示例市', kind: 'city' },
  { path: '/33/99/01/', name: '示例区', kind: 'county' },
] as const
