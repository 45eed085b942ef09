import type { Output } from '@linli/contract'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { TreeChoice } from '../../parts/form/tree-choice.tsx'

export type Matter = Output<'matter', 'tree'>['rows'][number]

interface MatterSelectProps {
  id?: string
  value?: string
  onChange?: (code: string | undefined) => void
  /** For filters: a whole class may be chosen. Otherwise only what can be reported. */
  isAnyLevel?: boolean
  placeholder?: string
  'aria-label'?: string
  allowClear?: boolean
  style?: React.CSSProperties
}

export const useMatters = () => useAsk('matter', 'tree', {}, { freshMs: longFresh })

/** Chooses a matter from the catalogue; typing finds it by name or code. */
export function MatterSelect({ isAnyLevel = false, placeholder = '选择事项，可输入名称查找', ...rest }: MatterSelectProps) {
  const query = useMatters()
  const nodes = (query.data?.rows ?? []).map((row) => ({ id: row.code, pId: row.parent ?? 0, value: row.code, title: row.name, selectable: isAnyLevel || row.isLeaf, code: row.code }))
  return (
    <TreeChoice
      {...rest}
      placeholder={placeholder}
      treeDataSimpleMode
      treeData={nodes}
      loading={query.isFetching}
      popupMatchSelectWidth={320}
      showSearch={{ filterTreeNode: (text, node) => String(node.title).includes(text) || String(node.value).toLowerCase().startsWith(text.toLowerCase()) }}
      notFoundContent="没有找到"
    />
  )
}
