import { isAreaPath, levelOf } from '@linli/standards/area-path'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { BorderEditor } from './border-editor.tsx'
import styles from './border.module.css'

const fields = { parent: word() }
const isParent = (path: string | undefined): path is string => path !== undefined && isAreaPath(path) && ['community', 'grid'].includes(levelOf(path))

/** Which community's grids, or which grid's micro-grids, and their borders. */
export function BorderTab() {
  const { filter, change } = useFilter(fields)
  const parent = isParent(filter.parent) ? filter.parent : undefined
  const query = useAsk('zoning', 'borders', { parent: parent ?? '/' }, { isWanted: parent !== undefined })
  const [saved, setSaved] = useState(0)
  return (
    <>
      <div className={styles.bar}>
        <AreaSelect deepest="grid" aria-label="社区或网格" placeholder="选社区调整网格，选网格调整微网格" style={{ width: 320 }} value={filter.parent} onChange={(next) => change({ parent: next })} />
      </div>
      {parent === undefined ? <div className="panel"><Nothing words="请选择一个社区（调整它的网格），或一个网格（调整它的微网格）" /></div>
        : <Answer query={query}>{(borders) => <BorderEditor key={`${parent} ${saved}`} borders={borders} saved={() => { void query.refetch().then(() => setSaved(saved + 1)) }} />}</Answer>}
    </>
  )
}
