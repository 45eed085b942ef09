/** What a one-time link (一次性链接) is for: asking the reporter, or forwarding to a unit that has no account. */
export const linkKind = { ask: '询问上报人', forward: '转外部单位' } as const
export type LinkKind = keyof typeof linkKind

/** Where it stands. Of an unknown one nothing is known but that. */
export const linkState = { open: '等待回复', used: '已回复', expired: '已过期', withdrawn: '已撤回', unknown: '链接不存在' } as const
export type LinkState = keyof typeof linkState

/** Whether it was sent as a text message, and why not. */
export const linkDelivery = { notAsked: '未发短信', noMobile: '没有手机号，未发短信', notOffered: '没有开通这种短信，未发送', waiting: '短信发送中', sent: '短信已发送' } as const
export type LinkDelivery = keyof typeof linkDelivery
