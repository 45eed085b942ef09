import type { LinkState } from '@linli/contract/words/link.ts'

/** What has become of a link that cannot be answered. */
export const ended: Record<LinkState, { title: string, words: string }> = {
  open: { title: '请刷新页面', words: '' },
  used: { title: '已经收到您的回复', words: '这个链接只能用一次。还要补充的，请与社区或街道联系。' },
  expired: { title: '链接已过期', words: '回复的时间已经过了。还要回复的，请与社区或街道联系。' },
  withdrawn: { title: '不需要再回复了', words: '这件事已经往下办理，或者经办人撤回了链接。谢谢您。' },
  unknown: { title: '没有这个链接', words: '请检查地址是否完整，或者重新点开短信里的链接。' },
}

export const thanks = { title: '已经收到，谢谢您', words: '您的回复已经转给经办人员，可以关闭这个页面了。' }
