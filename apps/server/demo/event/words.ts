import type { EventSource } from '@linli/contract'
import type { Random } from '../random.ts'
import type { Story } from './story/index.ts'
import type { Place } from './where.ts'

const since = ['已经两天了', '好几天了', '从昨天开始就这样', '今天一早发现的', '反映过一次还是没解决', '每天晚上都这样', '一个多星期了', '周末更严重']
const asks = ['请尽快处理', '希望有人管一管', '麻烦社区来看看', '请帮忙协调一下', '谢谢', '望回复', '老人孩子进出都不方便', '']
const wishes = ['请属地核实处理并回复', '希望尽快解决', '请相关单位到现场查看', '希望给出处理时限']
const rounds = ['巡查至', '日常巡查时在', '网格巡查，', '入户途中经过', '晨间巡查']
const visits = ['走访了解到，', '入户走访时，', '接到居民反映，', '电话联系时得知，']

export interface Told { title: string, description: string }

/** What is told of a place, in the manner of its source. */
export function tell(random: Random, { story, which, place: { place, near }, source }: { story: Story, which: number, place: Place, source: EventSource }): Told {
  const text = story.texts[which]!
  const title = `${near}${story.titles[which]!}`
  return { title: title.length > 40 ? title.slice(0, 40) : title, description: told(random, story, source, { place, text }) }
}

/** Groups of the community's directory that tell of a need or of somebody who came or went, not of a nuisance. */
const requests = /^[AFJKIE]/
const notices = /^[HL]/
const hopes = ['希望尽快办理', '请帮忙看看', '谢谢', '望回复', '']

function told(random: Random, { code, manner }: Story, source: EventSource, { place, text }: { place: string, text: string }): string {
  const isNuisance = !requests.test(code) && !notices.test(code)
  const ask = notices.test(code) ? '' : random.pick(isNuisance ? asks : hopes)
  const end = `${isNuisance ? `，${random.pick(since)}` : ''}${ask === '' ? '' : `，${ask}`}。`
  switch (source) {
    case 'grid': return manner === 'seen' ? `${random.pick(rounds)}${place}，发现${text}。${random.chance(0.4) ? '已现场拍照。' : ''}` : `${random.pick(visits)}${place}${text}。`
    case 'steward': return `${place}${text}${isNuisance && random.chance(0.5) ? '，已拍照' : ''}${end}`
    case 'hotline': return `市民来电反映：${place}${text}${isNuisance ? `，${random.pick(since)}` : ''}。诉求：${random.pick(wishes)}。`
    case 'upstream': return `上级交办：${place}${text}，请${random.pick(['三日内', '限期', '尽快'])}整改并报送结果。`
    case 'resident': case 'other': return `${random.chance(0.3) ? '' : place}${text}${end}`
  }
}

export const questions = ['请说明具体楼幢和单元', '请补充一张现场照片', '请说明大概时间段，方便安排人员到场', '请补充门牌号或附近的标志', '请问是否方便留个联系时间']
export const handlingQuestions = ['请问在几号楼哪个单元', '请说明堵塞的是哪一口井', '请问什么时候家里有人', '请补充一张近照，方便带料', '请问车牌号是多少']
export const answers = ['就在小区东门进来第二幢', '照片已补，请查看', '一般是晚上七点到九点', '靠近垃圾房那一侧', '白天都可以联系']
export const acceptNotes = ['已电话核实', '位置已核对', '与照片一致', '已联系上报人', null, null, null, null]
export const fileNotes = ['符合立案条件', null, null, null]
export const dispatchNotes = ['请按时限处置并反馈', '请先到现场查看', '请与社区联系后处置', null, null]
export const handleNotes = ['已到现场查看', '已联系当事人，约定时间处理', '正在协调车辆和人员', '已设置警示，防止意外', '材料已备，明日施工', '已上门劝导，当事人同意整改']
export const checkNotes = ['现场复核，问题已解决', '已到场核查，属实', '复查合格', '电话核实并查看照片，已整改', null]
export const revisitNotes = ['回访满意', '群众表示感谢', '无人接听，已发短信告知', '群众希望加强巡查', null]
export const cancelReasons = ['经核实情况不存在', '反映事项已自行解决', '超出街道职责范围，已告知反映渠道', '信息不完整且无法联系上报人']
export const reopenReasons = ['没过两天又出现了，请再处理', '只清理了一部分', '现场没有变化，和照片不符', '晚上还是一样吵']
export const goodTexts = ['处理很快，谢谢', '第二天就解决了，点赞', '社区很负责', '满意', '', '', '']
export const badTexts = ['处理了但没彻底解决', '过几天又这样了', '等得有点久', '没有人联系我']

export const returnNotes = ['不属本单位职责，建议派属地社区', '该路段由市政养护', '权属单位为物业，请改派', '地点不在管养范围内']
export const extensionReasons = ['需等待配件到货', '连续降雨无法施工', '当事人约定周末处理', '需联合其他单位一起处置']
export const suspensions = [['money', '维修资金未落实，已申请专项经费'], ['plan', '列入明年改造计划'], ['lawsuit', '双方已起诉，待法院判决'], ['season', '需到春季补种']] as const
export const assistNotes = ['请到场协助维持秩序', '请协助核实权属', '请派车协助清运']
export const assistResults = ['已到场配合', '已核实并反馈主办单位', '已协助清运完毕']
export const urgeNotes = ['居民来电催问，请抓紧', '临近时限，请及时反馈', '请说明目前进展', null]
export const instructions = ['请认真处理，结果报我', '同类问题要举一反三', '请社区做好解释工作']
export const supervisions = [['多次投诉，请说明原因和整改措施', '已约谈责任人，今日完成整改，并加密巡查'], ['请在规定时间内办结并回复居民', '人员已到场处置，今日办结']] as const
export const reworkReasons = ['现场仍有残留', '只处理了一部分', '照片与现场不符']
