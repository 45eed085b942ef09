import { entriesOf, unverified, type CodeTable } from './table.ts'

/**
 * Components (部件) by the directory of GB/T 47678.5-2026 as a public project uses it (domain §2.8): five digits, two for the group and three within it, the numbers of GB/T 30428.2
 * kept. Those whose code is known; an office adds its own.
 */
export const thingKind: CodeTable = {
  name: 'thingKind', title: '部件类型', standard: 'GB/T 47678.5-2026', note: unverified,
  entries: grouped(`01市政公用设施 02交通设施 03市容环卫设施 04园林绿化设施 05其他设施
    01001供水井盖 01002污水井盖 01003雨水井盖 01004雨水箅子 01005电力井盖 01006路灯井盖 01007通信井盖 01011燃气井盖 01013消防设施 01018化粪池井盖 01023不明井盖 01037路灯 01046户外健身设施
    01054充电桩 01059旧衣物回收箱 01066紧急报警点 01075快递柜 01076公用电梯
    02001停车场 02025非机动车停放点 02034无障碍设施 02038门牌及楼号牌 02043减速带
    03001公共厕所 03003化粪池 03005垃圾箱 03008宣传栏
    04002行道树 04011树池 04013绿地
    05002公房地下室 05003加油加气充电站 05009文物古迹`),
}

export const thingState: CodeTable = { name: 'thingState', title: '部件状态', standard: 'GB/T 30428.2-2013', note: unverified, entries: entriesOf('01完好 02破损 03丢失 04停用 05废弃 06移除 99其他') }

export const thingShape: CodeTable = { name: 'thingShape', title: '空间形态', standard: 'GB/T 30428.2-2013', note: unverified, entries: entriesOf('01点 02线 03面') }

function grouped(text: string) {
  return entriesOf(text).map((entry) => (entry.code.length === 5 ? { ...entry, parent: entry.code.slice(0, 2) } : entry))
}
