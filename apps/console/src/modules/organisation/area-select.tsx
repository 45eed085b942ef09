import type { AreaKind } from '@linli/contract/words/index'
import { lineOf, isAreaPath } from '@linli/standards/area-path'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { TreeChoice } from '../../parts/form/tree-choice.tsx'
import { usePause } from '../../parts/use-pause.ts'

export interface Place { path: string, name: string, centre: { lng: number, lat: number } | null }

interface Node { id: string, pId: string | 0, value: string, title: string, isLeaf: boolean, centre: Place['centre'] }

interface AreaSelectProps {
  id?: string
  value?: string
  onChange?: (path: string | undefined, place?: Place) => void
  /** Finer areas are not offered. */
  deepest?: AreaKind
  placeholder?: string
  'aria-label'?: string
  allowClear?: boolean
  style?: React.CSSProperties
}

const order: AreaKind[] = ['province', 'city', 'county', 'subdistrict', 'community', 'grid', 'microGrid', 'building']

/** Chooses an area from the tree, which is fetched branch by branch, or by typing a part of its name. */
export function AreaSelect({ value, onChange, deepest = 'building', ...rest }: AreaSelectProps) {
  const roots = useRoots()
  const [nodes, setNodes] = useState(roots)
  const [text, setText] = useState('')
  const branch = useBranch(deepest)
  const wanted = order.slice(0, order.indexOf(deepest) + 1)
  const typed = usePause(text.trim(), 250)
  const found = useAsk('organisation', 'findAreas', { text: typed, kinds: wanted }, { isWanted: typed !== '' && text.trim() !== '', keepsLast: true })
  useEffect(() => {
    if (value) void branch.lineTo(value, nodes).then((fresh) => fresh.length > 0 && setNodes((now) => merged(now, fresh)))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new value needs its branches
  }, [value])
  const searched: Node[] = (found.data?.rows ?? []).map((row) => ({ id: row.path, pId: 0, value: row.path, title: row.fullName, isLeaf: true, centre: row.centre }))
  const shown = text.trim() ? searched : nodes
  return (
    <TreeChoice
      {...rest}
      value={value}
      treeDataSimpleMode
      treeDefaultExpandedKeys={roots.length === 1 ? roots.map((root) => root.id) : []}
      treeData={shown}
      loadData={async (node) => {
        const fresh = await branch.under(String(node.value))
        setNodes((now) => merged(now, fresh))
      }}
      showSearch={{ filterTreeNode: false, onSearch: setText }}
      notFoundContent={found.isFetching ? '正在查找' : '没有找到'}
      popupMatchSelectWidth={320}
      onChange={(path: string | undefined) => {
        const node = shown.find((one) => one.value === path)
        setText('')
        if (node && text) setNodes((now) => merged(now, [{ ...node, pId: 0 }]))
        onChange?.(path, node && { path: node.value, name: node.title, centre: node.centre })
      }}
    />
  )
}

const useRoots = (): Node[] => myAreas(useMe()).map(({ path, name }) => ({ id: path, pId: 0, value: path, title: name, isLeaf: false, centre: null }))

const merged = (now: Node[], fresh: Node[]): Node[] => [...now, ...fresh.filter((node) => !now.some((old) => old.id === node.id))]

function useBranch(deepest: AreaKind) {
  const client = useQueryClient()
  const under = async (parent: string): Promise<Node[]> => {
    const { rows } = await client.fetchQuery({ queryKey: ['organisation', 'areas', { parent }], queryFn: () => call('organisation', 'areas', { parent }), staleTime: longFresh })
    return rows.filter((row) => order.indexOf(row.kind) <= order.indexOf(deepest))
      .map((row) => ({ id: row.path, pId: parent, value: row.path, title: row.name, isLeaf: !row.hasChildren || row.kind === deepest, centre: row.centre }))
  }
  /** The branches from the nearest known area down to one named in the address, so that its name can be shown. */
  const lineTo = async (path: string, known: Node[]): Promise<Node[]> => {
    const missing = isAreaPath(path) ? lineOf(path).filter((step) => known.some((node) => path.startsWith(node.id)) && step !== path && known.some((node) => step.startsWith(node.id))) : []
    return (await Promise.all(missing.map((step) => under(step).catch(() => [])))).flat()
  }
  return { under, lineTo }
}
