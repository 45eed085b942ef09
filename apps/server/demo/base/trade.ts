import type { Random } from '../random.ts'

/** What somebody does: words of their name, the industry, how often, whether it is one of the nine small places (九小场所) or a key place, how many work there. */
export interface Trade { words: readonly string[], industry: string, share: number, small?: string, key?: string, staff: readonly [number, number] }

const of = (share: number, industry: string, words: string, staff: Trade['staff'], more: Pick<Trade, 'small' | 'key'> = {}): Trade => ({ share, industry, words: words.split(' '), staff, ...more })

/** 企业: 制造 31, 商贸物流 28, 服务 22, 建筑 8, 其他 11 of a hundred (domain §7.4). */
export const companies: readonly Trade[] = [
  of(25, '01', '精密机械 五金制品 塑料制品 包装材料 电子元件 家具制造', [12, 180]), of(6, '01', '食品加工 服装加工', [4, 30], { small: '09' }),
  of(19, '02', '贸易 建材 日用品 办公用品', [3, 25]), of(9, '08', '物流 仓储 供应链', [6, 60]),
  of(8, '05', '家政服务 保洁服务', [5, 40]), of(6, '16', '企业管理 人力资源 广告', [3, 30]), of(3, '15', '物业管理', [10, 80]), of(5, '14', '信息技术 网络科技', [4, 50]),
  of(8, '09', '建筑工程 装饰工程', [6, 60]), of(4, '17', '农业开发 园艺', [3, 20]), of(4, '12', '文化传媒 体育', [3, 25]), of(3, '99', '环保科技 检测技术', [4, 40]),
]

/** 个体工商户: 餐饮 27, 零售 34, 美容美发 7, 维修 6, 物流快递 5, 教培 2, 其他 19 of a hundred (domain §7.4). */
export const soleTraders: readonly Trade[] = [
  of(27, '03', '小吃店 面馆 早餐店 火锅店 快餐店 饭馆', [1, 9], { small: '04', key: '02' }), of(34, '02', '便利店 水果店 五金店 服装店 烟酒店 母婴用品店 文具店 粮油店', [1, 4], { small: '03' }),
  of(7, '06', '理发店 美容店 足浴店', [1, 8], { small: '08' }), of(6, '07', '汽车维修部 家电维修部 手机维修店 电动车行', [1, 6]), of(5, '08', '快递服务站 货运部', [2, 12]), of(2, '10', '书法培训部 舞蹈培训部', [2, 10], { key: '04' }),
  of(13, '05', '家政服务部 打印店 洗衣店 摄影工作室', [1, 5], { key: '08' }), of(3, '04', '民宿', [1, 5], { small: '05', key: '07' }), of(2, '12', '棋牌室', [1, 3], { small: '06', key: '01' }), of(1, '12', '网吧', [2, 6], { small: '07', key: '01' }),
]

export const schools: readonly Trade[] = [of(1, '10', '幼儿园', [15, 45], { key: '04', small: '01' })]
export const clinics: readonly Trade[] = [of(5, '11', '诊所 口腔门诊部', [3, 15], { key: '06', small: '02' }), of(5, '11', '药店', [2, 6])]
export const socialOrganisations: readonly Trade[] = [of(3, '05', '社会工作服务中心 养老服务中心', [3, 15]), of(4, '12', '文体协会 书画协会', [0, 3]), of(3, '05', '志愿服务协会 邻里互助会', [0, 4])]
export const offices: readonly Trade[] = [of(1, '99', '环境卫生管理所 市政养护所 园林绿化站 水利站 文化站 图书分馆 便民服务站 停车管理所', [5, 40])]
export const others: readonly Trade[] = [
  of(5, '13', '银行网点', [8, 25], { key: '05' }), of(2, '99', '加油站', [6, 15], { key: '03' }), of(4, '04', '酒店', [10, 60], { key: '07' }), of(3, '12', '歌舞厅 影城', [8, 40], { key: '01' }), of(2, '99', '公交场站', [5, 30], { key: '11' }),
  of(8, '17', '股份经济合作社', [3, 12]), of(6, '02', '农产品交易点', [3, 30], { key: '08' }),
]

export const tradeIn = (random: Random, trades: readonly Trade[]): Trade => random.weighted(trades.map((trade) => [trade, trade.share] as const))
