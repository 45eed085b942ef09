import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { everywhere } from './area.ts'
import type { Area } from './area.ts'
import { AreaDetail } from './area-detail.tsx'
import { AreaForm } from './area-form.tsx'
import styles from './area-page.module.css'
import { AreaTree } from './area-tree.tsx'

/** The tree of areas on the left; what one of them is, and its map, on the right. */
export default function AreaPage() {
  const root = useRootArea()
  const [picked, setChosen] = useState<Area>()
  const chosen = picked ?? root
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader title="辖区" hint="街道、社区、网格、楼幢的层级、名称与边界。"
        actions={chosen && chosen.kind !== 'building' && !chosen.until && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>在“{chosen.name}”下新增</Button>} />
      <div className={styles.columns}>
        <section className={`panel ${styles.tree}`} aria-label="辖区层级"><AreaTree chosen={chosen?.path} choose={setChosen} /></section>
        {chosen && chosen.path !== '/' ? <AreaDetail key={chosen.path} area={chosen} changed={setChosen} /> : <div className={`panel ${styles.none}`}><Nothing words={chosen ? '请选择一个辖区，或从省一级开始新增' : '请选择一个辖区'} /></div>}
      </div>
      {chosen && <AreaForm parent={chosen} isOpen={isAdding} close={() => setAdding(false)} done={setChosen} />}
    </>
  )
}

/** The outermost area one works in: shown before anything is chosen. */
function useRootArea(): Area | undefined {
  const path = myAreas(useMe())[0]?.path ?? ''
  const siblings = useAsk('organisation', 'areas', { parent: path.replace(/[^/]+\/$/, '') }, { isWanted: path.length > 1 })
  return path === '/' ? everywhere : siblings.data?.rows.find((row) => row.path === path)
}
