import { defineModule } from '../../kernel/module.ts'
import { jobs } from './jobs.ts'
import { pending, publish, rehearsal, rehearse } from './review.ts'
import { dismiss, draft, gather, propose, published, topic, topics } from './topics.ts'

export const learning = defineModule({
  name: 'learning',
  handle: { topics, topic, gather, draft, propose, dismiss, pending, rehearse, rehearsal, publish },
  jobs,
  when: { 'knowledge.published': async ({ write }, { subject, subdistrict, area }) => void await write(area, (ctx) => published(ctx, subject, subdistrict)) },
  words: {
    'learning.gathered': '归集没答好的问题', 'learning.gather-asked': '要求归集没答好的问题', 'learning.drafted': '为问题起草答案', 'learning.proposed': '建议相似问法', 'learning.dismissed': '问题不用回答', 'learning.reopened': '重新处理问题',
    'learning.answered': '问题已有答案', 'learning.rehearsal-asked': '要求试跑', 'learning.rehearsed': '试跑完成', 'learning.published': '看过试跑后发布',
  },
})
