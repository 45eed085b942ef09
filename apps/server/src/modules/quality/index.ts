import { defineModule } from '../../kernel/module.ts'
import { board, list, mend, undo } from './actions.ts'
import { standEmpty } from './homes.ts'
import { look, settleSome } from './jobs.ts'
import { holds } from './held.ts'

export { flawMeasures } from './measures.ts'
export const quality = defineModule({
  name: 'quality',
  handle: { board, list, mend, standEmpty, undo },
  holds,
  jobs: { 'quality.look': look, 'quality.settle': settleSome },
  words: { 'quality.mended': '批量处理数据质量问题', 'quality.mend-undone': '撤销批量处理', 'quality.list.looked': '查看数据质量问题清单' },
})
