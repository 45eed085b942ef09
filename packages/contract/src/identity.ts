import * as z from 'zod'
import { AreaPath, Id, Nothing, Text, When, choice, reads, writes } from './kit.ts'
import { permission, side } from './words/index.ts'

export const Phone = z.string().regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号')
const Code = z.string().regex(/^\d{6}$/, '请填写 6 位数字')

/** One post a person holds: a role in an area, for a time. */
export const PostView = z.object({ id: Id, role: z.string(), roleName: z.string(), area: AreaPath, areaName: z.string(), from: When, until: When.nullable(), onBehalfOf: z.string().nullable() })

export const Me = z.object({
  id: Id,
  name: z.string(),
  side: choice(side),
  unit: z.object({ id: Id, name: z.string() }).nullable(),
  /** Masked; only residents have one here. */
  phone: z.string().nullable(),
  posts: z.array(PostView),
  /** Permission → areas where it holds. Screens hide what is not allowed; the server decides. */
  may: z.partialRecord(choice(permission), z.array(AreaPath)),
  mustChangePassword: z.boolean(),
  hasTotp: z.boolean(),
  hasPassword: z.boolean(),
})

export const SessionView = z.object({ id: Id, current: z.boolean(), device: z.string(), address: z.string(), since: When, lastSeen: When })

/** `token` is for the mini-program, which keeps no cookies; browsers get an HttpOnly cookie instead. */
const SignedIn = z.object({ me: Me, token: z.string().nullable() })
const client = choice({ browser: '浏览器', miniProgram: '小程序' }).default('browser')

/** Limits at the door are of an address, and a whole office or a mobile network comes from one; each account and each number has limits of its own. */
export const identity = {
  signIn: writes({ title: '账号密码登录', may: 'anyone', perMinute: 120, input: z.object({ name: Text(60), password: z.string().min(1, '请填写密码').max(200), code: Code.optional(), client }), output: SignedIn }),
  sendCode: writes({ title: '发送短信验证码', may: 'anyone', perMinute: 30, input: z.object({ phone: Phone }), output: z.object({ waitSeconds: z.number().int() }) }),
  signInByCode: writes({ title: '手机验证码登录', may: 'anyone', perMinute: 60, input: z.object({ phone: Phone, code: Code, client }), output: SignedIn }),
  signInByWeChat: writes({ title: '微信登录', may: 'anyone', perMinute: 120, input: z.object({ code: Text(200), phoneCode: Text(200).optional() }), output: SignedIn }),
  signInWays: reads({ title: '可用的登录方式', may: 'anyone', input: Nothing, output: z.object({ oidc: z.string().nullable(), demo: z.boolean(), code: z.boolean(), wechat: z.boolean() }) }),
  me: reads({ title: '我的账号', may: 'signed-in', input: Nothing, output: Me }),
  signOut: writes({ title: '退出登录', may: 'signed-in', input: Nothing, output: Nothing }),
  sessions: reads({ title: '我的登录设备', may: 'signed-in', input: Nothing, output: z.object({ rows: z.array(SessionView) }) }),
  endSession: writes({ title: '下线一个设备', may: 'signed-in', input: z.object({ id: Id }), output: Nothing }),
  changePassword: writes({ title: '修改密码', may: 'signed-in', perMinute: 10, input: z.object({ old: z.string().max(200), new: z.string().max(200) }), output: Nothing }),
  beginTotp: writes({ title: '开始绑定动态口令', may: 'signed-in', tellsSecret: true, perMinute: 10, input: Nothing, output: z.object({ secret: z.string(), uri: z.string(), picture: z.string() }) }),
  confirmTotp: writes({ title: '确认绑定动态口令', may: 'signed-in', perMinute: 10, input: z.object({ code: Code }), output: Nothing }),
  removeTotp: writes({ title: '解除动态口令', may: 'signed-in', perMinute: 10, input: z.object({ password: z.string().max(200) }), output: Nothing }),
}
