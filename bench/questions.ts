import type { Entry } from '@linli/matching'

// Fictional standard answers of any number, each with five similar questions, and questions that residents put to them: services of a sub-district, whom they are for, and what is asked of them.
const services = '居住证 身份证 户口簿 老年证 残疾人证 结婚证 社保卡 医保卡 健康证 准生证 公租房 廉租房 临时救助 低保金 高龄津贴 护理补贴 抚恤金 养老金 失业金 生育津贴 医药费 丧葬费 取暖费 物业费 维修基金 停车位 充电桩 加装电梯 房屋租赁 群租房 装修垃圾 大件垃圾 生活垃圾 犬证 疫苗接种 家庭医生 签约服务 体检名额 康复器材 轮椅租借 老年食堂 助餐点 助浴服务 日间照料 居家养老 夏令营 托育班 课后托管 入学报名 转学手续 志愿者 党员关系 调解申请 法律援助 信访件 路灯 井盖 下水道 消防通道 燃气改造'.split(' ')
const people = '老人 孩子 孕妇 残疾人 退役军人 外地人 租户 房东 大学生 失业人员 低保户 独居老人 个体户 新婚夫妻 二孩家庭 双职工家庭 退休职工 农民工'.split(' ')
const acts: readonly (readonly [string, readonly string[]])[] = [
  ['怎么办理，需要什么材料', ['怎么弄', '要带哪些东西', '咋办手续', '办一下要准备啥', '在哪里可以办']],
  ['丢失后怎么补办', ['掉了咋补', '不见了找谁', '弄丢了能重新办吗', '被偷了怎么重办', '找不到了怎么办']],
  ['到期后怎么续', ['过期了咋整', '快到期了去哪续', '能延长吗', '时间到了还能用吗', '到期没续有啥后果']],
  ['费用标准是多少', ['要多少钱', '收费吗', '贵不贵', '一个月几块钱', '钱怎么算']],
  ['办理需要多长时间', ['几天能好', '要等多久', '什么时候能拿到', '多长时间下来', '加急可以吗']],
  ['由哪个窗口负责', ['归谁管', '找哪个部门', '去几号窗口', '打哪个电话问', '联系谁']],
  ['申请被退回怎么办', ['没通过咋回事', '审核不过找谁', '被打回来了', '为啥不批', '怎么申诉']],
  ['能否由家人代办', ['我儿子能替我去吗', '本人来不了怎么办', '可以委托别人吗', '代办要什么证明', '子女代办行吗']],
  ['能否在网上办理', ['手机上能弄吗', '不想跑腿能网办吗', '有没有小程序', '线上怎么申请', '电脑上办得了吗']],
  ['外地户籍能否申请', ['不是本地户口行不行', '外省的能办吗', '没有本地户口怎么办', '户口在老家可以吗', '外地来的有份吗']],
]

/** At most 10,800 entries; the first ones are of all services. */
export function entries(many: number): Entry[] {
  const all: Entry[] = []
  for (let at = 0; at < many; at += 1) {
    const [service, act, whom] = [services[at % services.length]!, acts[Math.floor(at / services.length) % acts.length]!, people[Math.floor(at / services.length / acts.length) % people.length]!]
    all.push({
      id: `q${at}`, question: `${whom}的${service}${act[0]}？`, similar: act[1].map((asked) => `${whom}${service}${asked}`),
      answer: `${whom}可凭身份证到便民服务中心${1 + at % 12}号窗口咨询${service}事宜，${3 + at % 28}个工作日内答复，电话0571-0000${String(1000 + at).slice(-4)}。`,
    })
  }
  return all
}

const openings = ['你好，请问', '我想问下', '麻烦问一下', '社区的同志，', '']
const chats = ['顺便去趟超市', '外面下雨吗', '我心情不好']

/** Two of every three are of an entry, in other words around those it was learned with; the third is of none. */
export const questions = (from: readonly Entry[], many: number): string[] => Array.from({ length: many }, (_, at) => {
  const { similar = [] } = from[(at * 7919) % from.length]!
  return at % 3 === 2 ? `今天${at % 30}路公交车几点末班，${chats[Math.floor(at / 3) % chats.length]!}` : `${openings[at % openings.length]!}我家${similar[at % similar.length]!}啊`
})
