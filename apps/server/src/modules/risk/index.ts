import { defineModule } from '../../kernel/module.ts'
import { dispose, mistake } from './dispose.ts'
import { exportPlaces } from './export.ts'
import { forget, holds } from './held.ts'
import { measure, move } from './jobs.ts'
import { board, care, careSubject, careWarning, list, listCareWarnings, listWarnings, subject, warning } from './read.ts'
import { draft, dropDraft, factors, goBack, outcomes, publish, rules, saveDraft, versions } from './rule-actions.ts'
import { tryOut } from './try-out.ts'

export const risk = defineModule({
  name: 'risk',
  handle: {
    board, list, care, subject, careSubject, warnings: listWarnings, careWarnings: listCareWarnings, warning, careWarning, dispose, mistake, export: exportPlaces,
    factors, rules, versions, outcomes, draft, saveDraft, dropDraft, tryOut, publish, goBack,
  },
  holds,
  when: { 'person.forgotten': ({ write }, happened) => write(happened.area, (ctx) => forget(ctx, happened.subject)) },
  jobs: { 'risk.measure': measure, 'risk.move': move },
  words: {
    'risk.draft-saved': '修改风险规则草稿', 'risk.draft-dropped': '放弃风险规则草稿', 'risk.published': '发布风险规则', 'risk.went-back': '恢复风险规则早先一版',
    'risk.warned': '发出风险预警', 'risk.warning-raised': '风险预警升色', 'risk.escalated': '风险预警逾期升级', 'risk.disposed': '处置风险预警', 'risk.mistaken': '标记风险误报', 'risk.forgotten': '按规定删除风险记录',
  },
})
