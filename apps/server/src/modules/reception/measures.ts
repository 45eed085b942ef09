import { sql } from 'kysely'
import type { Source } from '../measure/index.ts'

/** Talks of residents with the AI social worker. */
export const talkMeasures: Source = {
  name: 'talks', label: 'AI 社工接待', from: sql`talk r`, where: sql`r.turns > 0`, at: sql`r.begun_at`, may: 'talk.view',
  measures: {
    talks: { label: '接待次数', words: '当日开始、居民说过话的对话' },
    handed: { label: '转人工', words: '当日开始、转过人工的对话', when: () => sql`(r.waiting_since is not null or r.attended_at is not null)` },
    rated: { label: '已评价', words: '当日开始、已评价的对话', when: () => sql`r.rating is not null` },
    satisfied: { label: '满意', words: '当日开始、评 4 星及以上的对话', when: () => sql`r.rating >= 4` },
  },
  dimensions: { channel: { label: '渠道', words: '按渠道', key: () => sql`r.channel`, values: { app: '小程序和网页', wechat: '微信公众号', sms: '短信' } } },
  shown: { kind: 'talk', title: sql`r.title`, note: sql`r.area_name`, at: sql`r.begun_at` },
}
