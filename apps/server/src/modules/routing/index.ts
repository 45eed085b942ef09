import { defineModule } from '../../kernel/module.ts'
import { accuracy, behind } from './accuracy.ts'
import { draft, dropDraft, goBack, publish, rules, saveDraft, versions } from './actions.ts'
import { people } from './people.ts'
import { tryOut } from './try-out.ts'

export { personFor } from './people.ts'
export { route, type Route } from './route.ts'

export const routing = defineModule({
  name: 'routing',
  handle: { rules, people, versions, draft, saveDraft, dropDraft, tryOut, publish, goBack, accuracy, behind },
  words: { 'routing.draft-saved': '修改派遣规则草稿', 'routing.draft-dropped': '放弃派遣规则草稿', 'routing.published': '发布派遣规则', 'routing.went-back': '恢复派遣规则早先一版' },
})
