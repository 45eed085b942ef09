import { entriesOf, type CodeTable } from './table.ts'

/** Urban and rural class of a village-level unit, the three digits that follow its code in the statistical bureau's list. */
export const urbanRuralClass: CodeTable = {
  name: 'urbanRuralClass',
  title: '城乡分类',
  standard: '统计用城乡划分代码',
  entries: entriesOf('111主城区 112城乡结合区 121镇中心区 122镇乡结合区 123特殊区域 210乡中心区 220村庄'),
}
