import { communityWords } from './community-words.ts'
import { codesOf, wordsOf, type DirectoryMatter } from './text.ts'

/** The community's own tree beside the national directory: what streets do not show. A local directory, not a standard. */
export const communityDirectory = '社区事项目录'

const groups = `A矛盾纠纷 B安全隐患 C环境卫生 D公共设施 E治安线索 F民生服务求助 G物业管理 H人口动态 I公共卫生 J政策咨询 K意见建议 L重点走访反馈 M突发应急`

/** A: the classes of the statistics of people's mediation (人民调解). */
const leaves = `
  A01婚姻家庭纠纷 A02邻里纠纷 A03房屋宅基地纠纷 A04合同纠纷 A05生产经营纠纷 A06损害赔偿纠纷 A07山林土地纠纷 A08征地拆迁纠纷 A09环境污染纠纷
  A10拖欠农民工工资纠纷 A11其他劳动争议 A12旅游纠纷 A13电子商务纠纷 A14其他消费纠纷 A15医疗纠纷 A16道路交通事故纠纷 A17物业纠纷 A99其他纠纷
  B01电动车飞线充电 B02电动车进楼入户 B03小区消防通道堵塞 B04楼道堆放杂物 B05燃气安全隐患 B06高空抛物 B07房屋安全隐患 B08电梯安全隐患
  B09三小场所隐患 B10群租隐患 B99其他安全隐患
  C01垃圾分类投放 C02大件垃圾清运 C03装修垃圾清运 C04餐饮油烟扰民 C05宠物扰民 C06装修噪音 C07广场舞和夜间噪音
  D01停水 D02停电 D03停气 D04电动自行车充电点 D05加装电梯
  E01电信网络诈骗线索 E02治安隐患 E99其他治安线索
  F01养老服务 F02助残服务 F03社会救助 F04就业服务 F05医疗保险 F06入学入托 F07高龄津贴 F08长护险与失能评估 F09老年助餐 F10法律援助 F11公租房申请
  F12退役军人服务 F13生育登记 F14丧葬抚恤
  G01小区停车 G02物业收费 G03维修基金 G04业委会 G05房屋漏水 G06物业服务
  H01人员迁入 H02人员搬离 H03怀孕出生 H04婚丧嫁娶 H05房屋空置 H06商户搬迁
  I01传染病 I02疫苗接种 I03发热就诊 I04家庭医生签约
  J01居住证 J02户口 J03社会保险 J04证明开具 J05租房备案 J06身份证件 J99其他咨询
  K01社区工作建议 K02社区活动 K03志愿服务与积分
  L01特殊困难老年人 L02困境儿童 L03残疾人 L04低保低边家庭 L05出租房 L06一般住户
  M01火情 M02停电应急 M03老人走失 M04电梯困人 M05燃气泄漏 M06路面积水`

/** Where the national directory knows the same thing from the street. */
const national: Record<string, string> = { B03: '09012', C01: '06041', C02: '06035', C03: '06011', C04: '06027', C06: '08001', C07: '06028', B08: '01076' }

/** What concerns a family, a body or a purse is shown to those who handle it alone. */
const confidential = new Set(['A01', 'A15', 'E01', 'E02', 'E99', 'F03', 'I01', 'L01', 'L02', 'L03', 'L04'])

const words = wordsOf(communityWords)

export const communityMatters: readonly DirectoryMatter[] = [...codesOf(groups), ...codesOf(leaves)].map(({ code, name }) => ({
  code,
  name,
  parent: code.length === 1 ? null : code.slice(0, 1),
  standard: communityDirectory,
  mapped: national[code] === undefined ? [] : [{ standard: 'GB/T 47678.5-2026', code: national[code] }],
  words: words.get(code) ?? [],
  isLeaf: code.length > 1,
  isConfidential: confidential.has(code),
}))
