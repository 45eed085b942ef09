import { defineModule } from '../../kernel/module.ts'
import { answer, check, get, list, take, waiting } from './actions.ts'
import { correct, copy, erase, held } from './fulfil.ts'
import { ask, closeAccount, mine, withdraw } from './own.ts'
import { holds } from './held.ts'

export const rights = defineModule({
  name: 'rights',
  handle: { ask, mine, withdraw, closeAccount, take, list, waiting, get, check, held, copy, correct, delete: erase, answer },
  holds,
  words: {
    'rights.asked': '提出个人信息请求', 'rights.withdrawn': '撤回个人信息请求', 'rights.account-closed': '注销账号', 'rights.taken': '代为登记个人信息请求', 'rights.checked': '核对请求人身份', 'rights.copied': '导出请求人的信息副本',
    'rights.corrected': '按请求更正信息', 'rights.deleted': '按请求删除信息', 'rights.answered': '答复个人信息请求', 'rights.refused': '不予办理个人信息请求',
  },
})
