import { defineModule } from '../../kernel/module.ts'
import { end, get, list, save } from './actions.ts'
import { count, homes, rows } from './ask.ts'
import { items } from './catalogue.ts'
import { freeze, freezeLastMonth, keepLines } from './freeze.ts'
import { compareMonths, monthLines, months } from './month.ts'
import { askExport, decideExport, exportsToDecide, listExports } from './export.ts'
import { holds } from './held.ts'

export { sentColumns } from './export.ts'
export { beginExport, finishExport, linesOf, type Taking } from './take-export.ts'
export { workbook } from './xlsx/workbook.ts'

export const ledger = defineModule({
  name: 'ledger',
  handle: { items, list, get, rows, count, homes, save, end, askExport, exports: listExports, exportsToDecide, decideExport, freeze, months, monthLines, compareMonths },
  holds,
  when: { 'ledger.freeze-asked': keepLines },
  jobs: { 'ledger.freeze-last-month': freezeLastMonth },
  words: {
    'ledger.saved': '保存名单或台账', 'ledger.ended': '删除名单或台账', 'ledger.rows.looked': '查看名单与台账', 'ledger.homes.looked': '按名单给户室图着色',
    'ledger.export-asked': '申请导出台账', 'ledger.export-agreed': '同意导出', 'ledger.export-refused': '不同意导出', 'ledger.export-begun': '开始下载导出', 'ledger.export-taken': '下载完导出', 'ledger.freeze-asked': '固化台账', 'ledger.frozen': '台账已固化',
  },
})
