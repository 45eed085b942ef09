import { entriesOf, unverified, type CodeTable } from './table.ts'

/**
 * GB/T 31000-2015 特殊人群 and 重点青少年, for the restricted groups alone. What the standard asks besides of drugs, belief, petitions and secret illnesses is not here: those
 * lists are kept by others by law, and so their codes are left out of the tables too (四史, 三涉, and one of the diagnoses).
 */
const table = (name: string, title: string, entries: string): CodeTable => ({ name, title, standard: 'GB/T 31000-2015', note: unverified, entries: entriesOf(entries) })

export const specialTables: readonly CodeTable[] = [
  table('specialCareLevel', '危险性评估类型', '01重点帮教 02一般帮教'),
  table('specialReception', '衔接情况', '01基层政府接回 02监所送回原籍 03司法所接回 04公安落实管控 05基层组织接回 06自行返回 99其他'),
  table('specialPlacement', '安置情况', '01落实责任田 02公益性岗位 03企业安置基地 04政府安置基地 05个体经营 06企业吸纳 07自主创业 99其他'),
  table('specialCorrectionKind', '矫正类别', '01管制 02缓刑 03假释 04暂予监外执行 05剥夺政治权利'),
  table('specialArrival', '接收方式', '01自行报到 02狱所押送 03当庭交接 99其他'),
  table('specialTeam', '矫正小组', '01司法所 02社会工作者 03志愿者 04村居委会 05所在单位 06就读学校 07家庭成员或监护人 08保证人 99其他'),
  table('specialRelease', '解除矫正类型', '01矫正期满 02收监执行 03死亡 04居住地变更 99其他'),
  table('specialMeans', '家庭经济状况', '01无固定来源 02有固定来源 03低收入 04贫困 99其他'),
  table('specialDiagnosis', '诊断类型', '01精神分裂症 02分裂情感性障碍 03偏执性精神病 04双相障碍 05癫痫所致 06精神发育迟滞伴发 07重度抑郁 99其他'),
  table('specialRisk', '危险性等级', '01零级 02一级 03二级 04三级 05四级 06五级'),
  table('specialTreatment', '治疗情况', '01住院 02居家服药 03其他 04未治疗'),
  table('specialCarer', '参与管理人员', '01基层医务人员 02片区民警 03民政干事 04助残员 05村居干部 99其他'),
  table('specialHelp', '帮扶部门', '01民政 02卫生健康 03公安 04残联 05街道 06社会组织 99其他'),
  table('specialYouthKind', '重点青少年类型', '01有不良行为青少年 02流浪乞讨未成年人 03服刑人员未成年子女 04留守儿童 05闲散青少年 99其他'),
  table('specialFamily', '家庭情况', '01健全 02单亲 03父母双亡 04父母外出 05父母离异 99其他'),
  table('specialYouthHelp', '帮扶手段', '01思想教育 02生活救助 03就学帮扶 04就业帮扶 05心理疏导 06法律援助 99其他'),
]
