import { defineModule } from '../../kernel/module.ts'
import { count, list, read, readAll } from './actions.ts'
import { remind, when } from './jobs.ts'
import { holds } from './held.ts'

export { sayOfBulletin, sayOfGovernance, sayOfKnowledge, sayOfRisk, sayOfTalk, sayOfWhistle, sayOfZoning } from './say.ts'
export { remindOfAssist, remindOfStay, remindOfSupervision, remindOfUrge } from './remind.ts'

export const notice = defineModule({
  name: 'notice',
  handle: { list, count, read, readAll },
  holds,
  when,
  jobs: { 'notice.remind': remind },
  words: { 'notice.sent': '发出提醒', 'notice.withheld': '提醒已不需要', 'notice.read': '阅读提醒', 'notice.read-all': '全部提醒标为已读' },
})
