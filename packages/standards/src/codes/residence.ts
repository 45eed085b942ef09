import { entriesOf, unverified, type CodeTable } from './table.ts'

/** GB/T 31000-2015, population and housing. The values are those of products in use; the text of the standard was not at hand. */
const standard = 'GB/T 31000-2015'
const note = unverified

const table = (name: string, title: string, entries: string): CodeTable => ({ name, title, standard, note, entries: entriesOf(entries) })

export const residenceTables: readonly CodeTable[] = [
  table('populationKind', '人口类型', '01户籍人口 02流动人口 03境外人员 04未落户人口'),
  table('residenceMatch', '人户一致标识', '01人户一致 02人户不一致'),
  table('registrationState', '户籍状态', '01在户 02迁出 03注销 99其他'),
  table('leftBehindKind', '留守人员类型', '01留守老人 02留守妇女 03留守儿童'),
  table('inflowReason', '流入原因', '01务工 02务农 03经商 04学习培训 05婚嫁 06随迁 07治病疗养 08投亲靠友 09工作调动 99其他'),
  table('residencePermit', '办证类型', '01居住证 02暂住证 99其他'),
  table('dwellingKind', '住所类型', '01自购房屋 02租赁房屋 03寄居 04借住 05单位宿舍 06临时性宿舍 07农民工公寓 99其他'),
  table('visitPurpose', '来华目的', '01商务 02就业 03学习 04定居 05探亲 99其他'),
  table('rentalUse', '出租用途', '01宿舍 02住房 03商铺 04办公 05仓库 06厂房 99其他'),
  table('housingUse', '房屋用途', '01住宅 02商用 03办公 04厂房仓储 05公共服务 99其他'),
  table('housingState', '使用状态', '01自住 02出租 03商用 04空置 05其他 06待核实'),
  table('tenure', '产权类型', '01商品房 02房改房 03经济适用住房 04公租房或廉租房 05单位自管房 06拆迁安置房 07自建房 99其他'),
  table('structure', '建筑类型', '01钢筋混凝土结构 02砖混结构 03砖木结构 04钢结构 05土木结构 99其他'),
  table('residencyRole', '居住关系', '01业主 02业主家属 03租客 04同住人 05单位宿舍人员 06寄居人员 99其他'),
  table('leaveReason', '离开原因', '01迁往本街道其他住处 02迁出本街道 03去世 04失踪 05登记有误 99其他'),
  table('householdKind', '户别', '01家庭户 02同住户 03集体户'),
  table('householdGroup', '家庭类别', '01低保户 02低保边缘户 03特困供养户 04军烈属 05计划生育特殊家庭 06党员户 07纯老年户 08多子女户 99其他'),
  table('healthState', '健康状况', '01健康或良好 02一般或较弱 03有慢性病 04残疾'),
  table('hazardKind', '安全隐患类型', '00无隐患 01治安隐患 02消防隐患 03矛盾纠纷 04劳资纠纷 99其他'),
]
