import type { Definition, Term } from './rules.ts'

const of = (text: string): Term => {
  const [source = '', key = ''] = text.replace('-', '').split('.')
  return { source, key, isLess: text.startsWith('-') }
}
type Rest = Partial<Pick<Definition, 'note' | 'best' | 'target' | 'limits' | 'period' | 'scale'>>
const make = (theme: Definition['theme'], name: string, above: string[], below: string[], rest: Rest): Definition =>
  ({ name, theme, note: '', owner: '', above: above.map(of), below: below.map(of), scale: below.length > 0 ? 'share' : 'count', period: 'day', best: null, target: null, limits: null, ...rest })
/** How many. */
const count = (theme: Definition['theme'], name: string, term: string, rest: Rest = {}): Definition => make(theme, name, [term], [], rest)
const share = (theme: Definition['theme'], name: string, above: string, below: string, rest: Rest = {}): Definition => make(theme, name, [above], [below], rest)
const worst = (red: number, orange: number, yellow: number, blue: number): Rest => ({ limits: { red, orange, yellow, blue } })

/**
 * What ships: figures of domain §1.8, §2.9 and §3.6 that the modules' measures can tell. Colours are a starting point an office changes; where §3.6 names a mark
 * that reports are flagged at (overtime 2 %, repeat 25 %), it is the yellow one.
 */
export const shipped: Readonly<Record<string, Definition>> = {
  people: count('people', '实有人口', 'people.people'),
  registered: count('people', '户籍人口', 'people.registered'),
  floating: count('people', '流动人口', 'people.floating'),
  floatingShare: share('people', '流动人口占比', 'people.floating', 'people.people'),
  aged60: count('people', '60 岁以上老人', 'people.aged60'),
  agedShare: share('people', '老龄化率', 'people.aged60', 'people.people', { note: '60 岁以上人口占实有人口的比例' }),
  aged80: count('people', '80 岁以上老人', 'people.aged80'),
  alone80: count('people', '独居高龄老人', 'people.alone80'),
  infants: count('people', '3 岁以下婴幼儿', 'people.infants'),
  cared: count('people', '关爱对象', 'people.cared'),
  assisted: count('people', '困难群众', 'people.assisted'),
  households: count('people', '户数', 'households.households'),
  homes: count('housing', '房屋', 'homes.homes'),
  buildings: count('housing', '楼幢', 'buildings.buildings'),
  rented: count('housing', '出租房', 'homes.rented'),
  rentedShare: share('housing', '出租率', 'homes.rented', 'homes.homes'),
  emptyShare: share('housing', '空置率', 'homes.empty', 'homes.homes'),
  perHome: make('housing', '户均人口', ['people.people'], ['homes.dwellings'], { scale: 'ratio', note: '实有人口 ÷ 住宅套数' }),
  organisations: count('organisation', '企业与单位', 'organisations.organisations'),
  enterprises: count('organisation', '企业', 'organisations.enterprises'),
  traders: count('organisation', '个体工商户', 'organisations.traders'),
  keyPlaces: count('organisation', '重点场所', 'organisations.keyPlaces'),
  records: make('quality', '在册记录', ['people.people', 'homes.homes', 'buildings.buildings', 'organisations.records'], [], { note: '实有人口、房屋、楼幢、企业与单位的档案合计' }),
  things: count('organisation', '部件与设施', 'things.things'),
  today: count('event', '今日上报', 'reports.reported'),
  reported30: count('event', '近 30 天上报', 'reports.reported', { period: 'days30' }),
  public30: count('event', '近 30 天群众诉求', 'reports.public', { period: 'days30' }),
  closedToday: count('event', '今日结案', 'closings.closed'),
  closed30: count('event', '近 30 天结案', 'closings.closed', { period: 'days30' }),
  openNow: count('event', '在办事件', 'open.open'),
  waiting: count('event', '待派遣', 'open.waiting'),
  suspended: count('event', '挂账', 'open.suspended'),
  supervised: count('event', '督办中', 'open.supervised'),
  longOpen: count('event', '积存 15 天以上', 'open.long'),
  inTime30: share('event', '按时结案率', 'closings.inTime', 'closings.closed', { period: 'days30', best: 'high', target: 95, note: '结案时各环节都没有超时的比例', ...worst(80, 85, 90, 95) }),
  acceptInTime30: share('event', '按时受理率', 'stages.acceptInTime', 'stages.accept', { period: 'days30', best: 'high' }),
  dispatchInTime30: share('event', '按时派遣率', 'stages.dispatchInTime', 'stages.dispatch', { period: 'days30', best: 'high' }),
  handleInTime30: share('event', '期内处置率', 'stages.handleInTime', 'stages.handle', { period: 'days30', best: 'high', note: '近 30 天办完的处置环节中没有超时的比例' }),
  overdue30: share('event', '超时率', 'reports.overdue', 'reports.reported', { period: 'days30', best: 'low', note: '近 30 天上报、至今有环节超时过的比例', ...worst(10, 5, 2, 1) }),
  returned30: share('event', '退回率', 'reports.returned', 'reports.reported', { period: 'days30', best: 'low', ...worst(15, 10, 6, 4) }),
  repeated30: share('event', '重复率', 'reports.repeated', 'reports.reported', { period: 'days30', best: 'low', ...worst(40, 30, 25, 10) }),
  reopened30: share('event', '不满意重办率', 'reports.reopened', 'reports.reported', { period: 'days30', best: 'low', ...worst(8, 5, 3, 1) }),
  satisfied30: share('event', '群众满意率', 'closings.satisfied', 'closings.rated', { period: 'days30', best: 'high', target: 95, ...worst(70, 80, 85, 90) }),
  solved30: share('event', '问题解决率', 'closings.solved', 'closings.rated', { period: 'days30', best: 'high', target: 90, ...worst(70, 80, 85, 90) }),
  selfHandled30: share('event', '自处置率', 'reports.selfHandled', 'reports.reported', { period: 'days30', best: 'high' }),
  perThousand: make('event', '每千人上报', ['reports.reported'], ['people.people'], { period: 'days30', scale: 'perThousand' }),
  fire90: make('event', '每千套消防隐患', ['reports.fire'], ['homes.homes'], { period: 'days90', scale: 'perThousand', best: 'low', note: '近 90 天消防、电动车、飞线、燃气事件 ÷ 房屋套数', ...worst(30, 20, 10, 5) }),
  talks30: count('reception', '近 30 天 AI 社工接待', 'talks.talks', { period: 'days30' }),
  talkSatisfied: share('reception', 'AI 社工满意率', 'talks.satisfied', 'talks.rated', { period: 'days30', best: 'high', target: 92, ...worst(70, 80, 85, 90) }),
  handed30: share('reception', '转人工率', 'talks.handed', 'talks.talks', { period: 'days30', best: 'low' }),
  housed: share('quality', '人房匹配率', 'people.housed', 'people.people', { best: 'high', target: 98, ...worst(80, 90, 95, 98) }),
  phoneShare: share('quality', '联系电话登记率', 'people.withPhone', 'people.people', { best: 'high', target: 95, ...worst(70, 80, 90, 95) }),
  numberShare: share('quality', '证件号码登记率', 'people.withNumber', 'people.people', { best: 'high', target: 99, ...worst(85, 90, 95, 98) }),
  fresh30: share('quality', '30 天更新率', 'people.checked30', 'people.people', { best: 'high' }),
  fresh365: share('quality', '一年内核对率', 'people.checked365', 'people.people', { best: 'high', target: 95, ...worst(60, 75, 85, 95) }),
  flaws: make('quality', '每千人数据问题', ['flaws.flaws'], ['people.people'], { scale: 'perThousand', best: 'low', ...worst(200, 150, 100, 50) }),
}
