import { TreeChoice } from '../../parts/form/tree-choice.tsx'
import { useMatters } from '../matter/matter-select.tsx'

interface MattersFieldProps { id?: string, value?: string[], onChange?: (codes: string[]) => void }

/** Several matters or whole groups of the directory. */
export function MattersField(props: MattersFieldProps) {
  const query = useMatters()
  const nodes = (query.data?.rows ?? []).map((row) => ({ id: row.code, pId: row.parent ?? 0, value: row.code, title: row.name }))
  return (
    <TreeChoice<string[]>
      {...props}
      multiple
      allowClear
      placeholder="不限；可选大类，可输入名称查找"
      treeDataSimpleMode
      treeData={nodes}
      loading={query.isFetching}
      showSearch={{ filterTreeNode: (text, node) => String(node.title).includes(text) || String(node.value).toLowerCase().startsWith(text.toLowerCase()) }}
      notFoundContent="没有找到"
    />
  )
}
