/** What buildings, grids and communities can be coloured by, as long as nothing else is chosen. */
export const sandQuestion = { lived: '居住人数', empty: '空置', rented: '出租', alone: '老年独居', care: '关爱对象', stale: '一年未更新' } as const
export type SandQuestion = keyof typeof sandQuestion

/** What is counted, and of what. */
export const sandFormula = {
  lived: '登记在住的人数', empty: '空置的房屋 ÷ 登记的房屋', rented: '出租的房屋 ÷ 登记的房屋', alone: '只住一位 60 岁以上老人的房屋 ÷ 登记的房屋', care: '关爱对象 ÷ 登记在住的人数', stale: '超过一年未核对的房屋 ÷ 登记的房屋',
} as const satisfies Record<SandQuestion, string>

export const sandLevel = { community: '社区', grid: '网格', building: '楼幢' } as const
export type SandLevel = keyof typeof sandLevel
