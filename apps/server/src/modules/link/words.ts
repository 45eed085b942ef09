/** Words of the journal names of this module. */
export const words = {
  'link.asked': '给上报人发一次性链接', 'link.forwarded': '给外部单位发一次性链接', 'link.sent': '一次性链接短信已发送', 'link.not-sent': '一次性链接没有发送短信', 'link.shown': '复制一次性链接',
  'link.reminded': '再发一次性链接', 'link.extended': '延长外部单位期限', 'link.withdrawn': '撤回一次性链接', 'link.answered': '回复一次性链接', 'link.passed': '一次性链接的回复转入事件',
}
