import { defineModule } from '../../kernel/module.ts'
import { change, list, retire, write } from './actions.ts'
import { when } from './jobs.ts'
import { favour, offer, use } from './offer.ts'

export const reply = defineModule({
  name: 'reply',
  handle: { list, write, change, retire, offer, use, favour },
  when,
  words: { 'reply.written': '新增常用回复', 'reply.changed': '修改常用回复', 'reply.retired': '停用常用回复', 'reply.restored': '恢复常用回复', 'reply.used': '选用常用回复', 'reply.favoured': '收藏常用回复', 'reply.unfavoured': '取消收藏常用回复', 'reply.counted': '累计常用回复选用次数' },
})
