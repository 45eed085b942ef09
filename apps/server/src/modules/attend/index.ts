import { defineModule } from '../../kernel/module.ts'
import { colleagues, count, get, queue, suggest, today } from './read.ts'
import { claim, close, left, pass, reply, report } from './take.ts'

export const attend = defineModule({
  name: 'attend',
  handle: { queue, count, get, suggest, colleagues, today, claim, reply, pass, report, close },
  when: { 'reception.ended': async ({ write }, { subject, area }) => void await write(area, (ctx) => left(ctx, subject)) },
  words: { 'attend.claimed': '接待居民', 'attend.replied': '人工回复', 'attend.passed': '转交对话', 'attend.reported': '对话转为事件', 'attend.closed': '结束人工接待', 'attend.left': '居民已离开' },
})
