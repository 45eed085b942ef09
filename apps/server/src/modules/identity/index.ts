import { defineModule } from '../../kernel/module.ts'
import { holds } from './held.ts'
import { jobs } from './jobs.ts'
import { me } from './me.ts'
import { changePassword } from './own-password.ts'
import { beginTotp, confirmTotp, removeTotp } from './own-totp.ts'
import { sendCode, signInByCode, signInByWeChat, type WeChatAnswer } from './resident.ts'
import { endSession, sessions, signOut } from './session.ts'
import { signIn } from './sign-in.ts'
import { signInWays, type Ways } from './ways.ts'

export { ownContact } from './contact.ts'
export { firstPassword } from './first-password.ts'
export { hashPassword } from './password.ts'
export { endSessions } from './queries.ts'
export { signInByOidc, type Vouched } from './sign-in.ts'
export { subjectOf } from './subject.ts'

export const identity = defineModule({
  name: 'identity',
  handle: { signIn, sendCode, signInByCode, signInByWeChat, signInWays, me, signOut, sessions, endSession, changePassword, beginTotp, confirmTotp, removeTotp },
  reach: {
    signInWays: async ({ identityProvider, sms, wechat }): Promise<Ways> => ({ oidc: identityProvider?.label ?? null, code: sms !== null, wechat: wechat !== null }),
    sendCode: async ({ sms }) => sms !== null,
    signInByWeChat: async ({ wechat }, { code, phoneCode }): Promise<WeChatAnswer | null> => wechat && ({ openId: await wechat.openIdOf(code), phone: phoneCode && await wechat.phoneOf(phoneCode) }),
  },
  jobs,
  holds,
  words: {
    'identity.signed-in': '登录', 'identity.sign-in-failed': '登录失败', 'identity.locked': '账号锁定', 'identity.signed-out': '退出登录', 'identity.session-ended': '下线设备',
    'identity.code-sent': '发送验证码', 'identity.code-refused': '验证码不正确', 'identity.resident-joined': '居民注册', 'identity.wechat-linked': '绑定微信', 'identity.oidc-linked': '绑定统一认证账号',
    'identity.password-changed': '修改密码', 'identity.password-refused': '核对密码失败', 'identity.totp-begun': '开始绑定动态口令', 'identity.totp-bound': '绑定动态口令', 'identity.totp-removed': '解除动态口令',
  },
})
