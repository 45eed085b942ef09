import { Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { writeFilter } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Crumbs } from './crumbs.tsx'
import { FlatView } from './flat-view.tsx'
import { PaintSelect } from './paint-select.tsx'
import styles from './sandtable.module.css'
import { SceneView } from './scene-view.tsx'
import { useTown } from './use-town.ts'
import { viewFields } from './view.ts'

/** Is there what three dimensions are drawn with? Old or remote-controlled computers may have none. */
const canDraw = () => document.createElement('canvas').getContext('webgl2') !== null

/** 数字沙盘: the town in three dimensions, and the same as a list. What is shown stands in the address. */
export default function SandtablePage() {
  const { filter, change } = useFilter(viewFields)
  const [isAble] = useState(canDraw)
  const town = useTown(filter)
  const isFlat = filter.tab === 'list' || !isAble
  const [, setParams] = useSearchParams()
  // A step of its own: the way back leads up again.
  const open = (area: string) => setParams((now) => writeFilter(viewFields, now, { area, ring: undefined }))
  return (
    <div className={isFlat ? styles.page : `${styles.page} ${styles.whole}`}>
      <PageHeader title="数字沙盘" beside={<Crumbs area={town.area} top={town.top} open={open} />} actions={(
        <span className={styles.actions}>
          <PaintSelect questions={town.questions} value={town.question.key} choose={(paint) => change({ paint: paint === town.questions[0]?.key ? undefined : paint })} />
          <Segmented<'map' | 'list'> aria-label="怎样看" value={isFlat ? 'list' : 'map'} disabled={!isAble} options={[{ value: 'map', label: '沙盘' }, { value: 'list', label: '列表' }]} onChange={(tab) => change({ tab: tab === 'list' ? 'list' : undefined })} />
        </span>
      )} />
      {!isAble && <p className={styles.unable} role="status">此浏览器不能显示三维地图（没有 WebGL），下面是同样内容的列表。</p>}
      {isFlat ? <FlatView town={town} filter={filter} change={change} open={open} /> : <SceneView town={town} filter={filter} change={change} open={open} />}
    </div>
  )
}
