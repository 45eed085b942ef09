import { defineModule } from '../../kernel/module.ts'
import { ask, begin, end, get, handOver, home, judge, mine, pick, place, rate } from './actions.ts'
import { holds } from './held.ts'
import { jobs, when } from './jobs.ts'

export { talkMeasures } from './measures.ts'
export { hear, type Heard } from './hear.ts'
export { endTalk, handTo, leftIn, sayAs, talkOf, turnsOf, type Attended } from './desk.ts'

export const reception = defineModule({
  name: 'reception',
  handle: { begin, ask, pick, place, handOver, judge, rate, end, get, mine, home },
  when,
  jobs,
  holds,
  words: {
    'reception.begun': '开始对话', 'reception.asked': '居民提问', 'reception.heard-again': '重复收到消息', 'reception.placed': '选择所在社区', 'reception.handed-over': '转人工', 'reception.alerted': '紧急情况提醒值班人员', 'reception.reworded': '换个说法后答复', 'reception.taken': '社工接待', 'reception.put-back': '退回等候',
    'reception.replied': '回复居民', 'reception.told': '回复已发到公众号或短信', 'reception.judged': '居民评价一条答案', 'reception.rated': '居民评价对话', 'reception.ended': '结束对话',
  },
})
