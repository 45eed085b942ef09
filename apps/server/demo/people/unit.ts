import type { UnitKind } from '@linli/contract'
import type { Random } from '../random.ts'
import { idAt } from '../id.ts'
import type { Community } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'

export interface Unit { id: string, name: string, kind: UnitKind, area: string, phone: string }

/** Offices, departments and companies, with the matters each handles: codes or groups, the nearest code speaks. */
const handlers: readonly { name: string, kind: Exclude<UnitKind, 'community'>, signInName: string, matters: string }[] = [
  { name: '平安法治办公室', kind: 'office', signInName: 'pingan', matters: 'E02 E99 A08' },
  { name: '公共服务办公室', kind: 'office', signInName: 'fuwu', matters: 'A10 A11 F 01046 09003 J03' },
  { name: '城市建设办公室', kind: 'office', signInName: 'chengjian', matters: '08 02 06024 06025 06015 06023 06046 D05 B07' },
  { name: '经济生态办公室', kind: 'office', signInName: 'jingji', matters: '06026 06030 A05' },
  { name: '综合行政执法队', kind: 'department', signInName: 'zhifa', matters: '06 07 09 08001 08002 08011' },
  { name: '市场监管所', kind: 'department', signInName: 'shichang', matters: '09015 09020 09013 01076 B08 A14 M04' },
  { name: '派出所', kind: 'department', signInName: 'paichusuo', matters: 'E01 01066 J01 J02 J06 M03 09008' },
  { name: '司法所', kind: 'department', signInName: 'sifa', matters: 'A03 A04 F10' },
  { name: '交警中队', kind: 'department', signInName: 'jiaojing', matters: '09009 09016 A16' },
  { name: '应急消防管理站', kind: 'department', signInName: 'xiaofang', matters: '01013 B09 M01 09012 05003' },
  { name: '社区卫生服务中心', kind: 'department', signInName: 'weisheng', matters: 'I A15 F08' },
  { name: '环卫所', kind: 'outside', signInName: 'huanwei', matters: '03 06011 06012 06014 01059 C02 C03' },
  { name: '市政养护公司', kind: 'outside', signInName: 'shizheng', matters: '01 10 06013 06016 06048 06049 06050 06051 06052 M06' },
  { name: '绿化养护公司', kind: 'outside', signInName: 'lvhua', matters: '04 06017 06018 06021 06022' },
  { name: '供电服务站', kind: 'outside', signInName: 'gongdian', matters: '01005 01054 D02' },
  { name: '自来水服务站', kind: 'outside', signInName: 'gongshui', matters: '01001 D01' },
  { name: '燃气服务站', kind: 'outside', signInName: 'ranqi', matters: '01011 B05 D03 M05' },
  { name: '通信设施维护站', kind: 'outside', signInName: 'tongxin', matters: '01007 01075 10002' },
]

/** Matters of the street that a community sees to before anybody else is sent. */
const byCommunity = '06010 06007 06035 06036 06041 06042 07001 03008 02025'

export interface Units {
  all: Unit[]
  handlers: (Unit & { signInName: string })[]
  communities: Map<string, Unit>
  /** What is stored as the office's rules: a matter with its unit, or with the community. */
  rules: { matter: string, unit: Unit | null }[]
}

export function makeUnits(random: Random, communities: readonly Community[], at: number): Units {
  const phone = (number: number) => `0571-0000${String(number).padStart(4, '0')}`
  const offices = handlers.map(({ name, kind }, index) => ({ id: idAt(random, at), name, kind, area: subdistrict.path, phone: phone(100 + index) }))
  const own = communities.map((community, index): [string, Unit] => [community.path, { id: idAt(random, at), name: community.name, kind: 'community', area: community.path, phone: phone(200 + index) }])
  const rules = [
    ...handlers.flatMap(({ matters }, index) => matters.split(' ').map((matter) => ({ matter, unit: offices[index]! }))),
    ...byCommunity.split(' ').map((matter) => ({ matter, unit: null })),
  ]
  return { all: [...own.map(([, unit]) => unit), ...offices], handlers: offices.map((unit, index) => Object.assign({ signInName: handlers[index]!.signInName }, unit)), communities: new Map(own), rules }
}
