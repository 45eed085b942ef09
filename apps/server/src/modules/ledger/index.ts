import { defineModule } from '../../kernel/module.ts'
import { end, get, list, save } from './actions.ts'
import { count, rows } from './ask.ts'
import { items } from './catalogue.ts'

export const ledger = defineModule({
  name: 'ledger',
  handle: { items, list, get, rows, count, save, end },
  words: { 'ledger.saved': '保存名单或台账', 'ledger.ended': '删除名单或台账', 'ledger.rows.looked': '查看名单与台账' },
})
