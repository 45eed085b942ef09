/** Every refusal the server can give: a stable code, its HTTP status, and the sentence people read. */
export const problems = {
  'input.invalid': { status: 400, title: '填写的内容有误，请按提示修改' },
  'input.too-large': { status: 413, title: '提交的内容太大' },
  'input.not-found': { status: 404, title: '没有这个地址' },
  'request.origin': { status: 403, title: '请求来源不正确，请从本平台页面操作' },
  'request.too-many': { status: 429, title: '操作太频繁，请稍后再试' },
  'request.too-slow': { status: 408, title: '等了太久没有收完，请换个网络好的地方再试' },
  'request.repeated': { status: 409, title: '这次提交已经收到，正在处理' },
  'server.fault': { status: 500, title: '系统出错了，请稍后再试；如仍不行，请把编号告诉管理员' },
  'server.busy': { status: 503, title: '系统繁忙，请稍后再试' },
  'not-found': { status: 404, title: '没有找到，或您无权查看' },
  'conflict.exists': { status: 409, title: '已有相同的记录' },
  'conflict.in-use': { status: 409, title: '有其他记录引用它，不能这样改' },
  'conflict.rule': { status: 400, title: '内容不符合规定，没有保存' },
  'presence.off': { status: 409, title: '位置共享已经停止' },
  'sign-in.needed': { status: 401, title: '请先登录' },
  'sign-in.expired': { status: 401, title: '登录已过期，请重新登录' },
  'sign-in.wrong': { status: 401, title: '账号或密码不正确' },
  'sign-in.locked': { status: 423, title: '连续多次输错，账号已锁定，请稍后再试' },
  'sign-in.disabled': { status: 403, title: '账号已停用，请联系管理员' },
  'sign-in.code-needed': { status: 401, title: '请输入动态口令' },
  'sign-in.code-wrong': { status: 401, title: '验证码不正确或已过期' },
  'sign-in.phone-needed': { status: 401, title: '请先绑定手机号' },
  'sign-in.change-password': { status: 403, title: '请先修改初始密码' },
  'sign-in.not-offered': { status: 503, title: '这种登录方式还没有开通，请换一种方式登录' },
  'sign-in.outside': { status: 502, title: '统一认证服务没有正确回应，请稍后再试' },
  'sign-in.not-linked': { status: 403, title: '这个统一认证账号没有对应的平台账号，请联系管理员' },
  'password.wrong': { status: 400, title: '密码不正确' },
  'password.weak': { status: 400, title: '密码不符合要求' },
  'password.used': { status: 400, title: '不能使用最近用过的密码' },
  'totp.wrong': { status: 400, title: '动态口令不正确，请核对手机时间后重试' },
  'outside.failed': { status: 502, title: '外部服务没有正确回应，请稍后再试' },
  'may.not': { status: 403, title: '您没有这项权限' },
  'event.step-not-open': { status: 409, title: '这一步现在不能办，请看最新进度' },
  'event.place-unknown': { status: 400, title: '这个位置不在服务范围内，请在地图上重新选点' },
  'event.cannot-merge': { status: 409, title: '要并入的事件已经结束或已并入别的事件，请另选一件' },
  'event.no-contact': { status: 400, title: '没有联系电话' },
  'link.not-open': { status: 409, title: '这个链接不能再用了' },
  'whistle.step-not-open': { status: 409, title: '这一步现在不能办，请看最新情况' },
  'governance.exists': { status: 409, title: '这个地方的同一事项已经立项' },
  'governance.step-not-open': { status: 409, title: '这一步现在不能办，请看最新情况' },
  'base.person-exists': { status: 409, title: '这个人已经登记过了' },
  'base.person-elsewhere': { status: 409, title: '这个人已在其他社区登记' },
  'base.enterprise-exists': { status: 409, title: '这个统一社会信用代码已经登记过了' },
  'base.person-alike': { status: 409, title: '可能已经登记过这个人，请先核对' },
  'base.changed': { status: 409, title: '这条记录刚被别人改过，请看过最新内容再改' },
  'base.merged': { status: 409, title: '这条记录已与另一条合并' },
  'special.off': { status: 409, title: '本街道没有启用这类特殊人群的登记' },
  'ledger.not-to-take': { status: 409, title: '这次导出不能再下载，请重新申请' },
  'twin.different': { status: 409, title: '已确认这两条不是同一人，如有误请先撤回' },
  'twin.elsewhere': { status: 409, title: '两个社区登记的同一个人要办理迁移，不能直接合并' },
  'matter.unknown': { status: 400, title: '没有这个事项，请重新选择' },
  'unit.unknown': { status: 400, title: '没有这个办理单位，请重新选择' },
  'reception.over': { status: 409, title: '这次对话已经结束，请开始新的对话' },
  'reception.stands': { status: 409, title: '您有一次对话还在等社工回复，请先看那一次' },
  'reception.place-needed': { status: 400, title: '请先选择您所在的社区' },
  'reception.rated': { status: 409, title: '这次对话已经评价过，或已过了评价的时间' },
  'attend.not-now': { status: 409, title: '这一步现在不能办，请看最新情况' },
  'learning.rehearse-again': { status: 409, title: '知识库已有变化或还没有跑完，请重新试跑' },
  'reply.changed': { status: 409, title: '这条常用回复刚被改动，请看过最新的再改' },
  'knowledge.changed': { status: 409, title: '这条知识刚被改动，请看过最新的再改' },
  'knowledge.step-not-open': { status: 409, title: '这一步现在不能办，请看最新情况' },
  'routing.draft-changed': { status: 409, title: '草稿已被改动，请看过最新的草稿再改' },
  'risk.draft-changed': { status: 409, title: '草稿已被改动，请看过最新的草稿再改' },
  'risk.not-open': { status: 409, title: '这条预警已经有结果了，请看最新情况' },
  'role.unknown': { status: 400, title: '没有这个角色' },
  'role.separation': { status: 400, title: '系统、安全、审计三种管理员不能由同一人担任' },
  'account.self': { status: 400, title: '不能对自己的账号这样操作' },
  'intake.not-now': { status: 409, title: '现在不能这样做，请看最新进度' },
  'intake.faulty': { status: 409, title: '还有没改好的行，请改好后重新导入，或只导入没有问题的行' },
  'file.kind': { status: 415, title: '只能上传照片（JPG、PNG、WebP）' },
  'file.too-large': { status: 413, title: '照片太大' },
  'file.broken': { status: 400, title: '照片打不开，请重新拍摄或选择' },
} as const satisfies Record<string, { status: number, title: string }>

export type ProblemCode = keyof typeof problems

/** RFC 9457 body as it goes over the wire. `fields` names each input to mend. */
export interface ProblemBody {
  type: string
  code: ProblemCode
  status: number
  title: string
  detail?: string
  fields?: { path: string, message: string }[]
  details?: Record<string, unknown>
  request?: string
}
