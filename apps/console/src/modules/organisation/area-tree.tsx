import { Input, Tree } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { usePause } from '../../parts/use-pause.ts'
import { everywhere } from './area.ts'
import type { Area } from './area.ts'
import styles from './area-tree.module.css'
import { useBranches } from './use-branches.ts'

interface AreaTreeProps { chosen: string | undefined, choose: (area: Area) => void }

/** Branches are fetched when they are opened; a name finds an area anywhere. */
export function AreaTree({ chosen, choose }: AreaTreeProps) {
  const [typed, setTyped] = useState('')
  const text = usePause(typed.trim(), 250)
  return (
    <>
      <Input.Search allowClear aria-label="按名称查找辖区" placeholder="按名称查找" maxLength={40} value={typed} onChange={(event) => setTyped(event.target.value)} className={styles.search} />
      {text ? <Found text={text} choose={choose} /> : <Branches chosen={chosen} choose={choose} />}
    </>
  )
}

interface Node { key: string, title: string, isLeaf: boolean, children?: Node[] }

function Branches({ chosen, choose }: AreaTreeProps) {
  const roots = myAreas(useMe())
  const { under, open, loaded, expanded, expand } = useBranches(roots.map((root) => root.path))
  const build = (parent: string): Node[] | undefined => under(parent)?.map((row) => ({
    key: row.path, title: row.until ? `${row.name}（已停用）` : row.name, isLeaf: !row.hasChildren, children: row.hasChildren ? build(row.path) : undefined,
  }))
  const pick = async (path: string) => {
    const root = roots.find((one) => one.path === path)
    const area = root ? await rootArea(path, root.name) : under(parentOf(path))?.find((row) => row.path === path)
    if (area) choose(area)
  }
  return (
    <Tree
      blockNode
      treeData={roots.map((root): Node => ({ key: root.path, title: root.name, isLeaf: false, children: build(root.path) }))}
      loadData={(node) => open(node.key)}
      loadedKeys={loaded}
      selectedKeys={chosen ? [chosen] : []}
      expandedKeys={expanded}
      onExpand={(keys) => expand(keys.map(String))}
      onSelect={([key]) => key && void pick(String(key))}
    />
  )
}

const parentOf = (path: string) => path.replace(/[^/]+\/$/, '')

/** One's own outermost area is found among its siblings; where those may not be seen, its name is all there is. */
async function rootArea(path: string, name: string): Promise<Area> {
  if (path === '/') return everywhere
  const { rows } = await call('organisation', 'areas', { parent: parentOf(path) }).catch(() => ({ rows: [] as Area[] }))
  return rows.find((row) => row.path === path) ?? { path, name, kind: 'subdistrict', centre: null, class: null, heldClass: null, from: '', until: null, hasChildren: true }
}

function Found({ text, choose }: { text: string, choose: (area: Area) => void }) {
  const query = useAsk('organisation', 'findAreas', { text }, { keepsLast: true })
  return (
    <Answer query={query} isSmall>
      {({ rows }) => rows.length === 0 ? <Nothing words="没有找到" /> : (
        <ul>
          {rows.map((row) => (
            <li key={row.path}>
              <button type="button" className={styles.found} onClick={() => void rootArea(row.path, row.name).then((area) => choose({ ...area, kind: row.kind }))}>{row.fullName}</button>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  )
}
