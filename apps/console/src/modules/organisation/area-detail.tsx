import { areaClass, areaKind } from '@linli/contract/words/index'
import { Button, Descriptions } from 'antd'
import { useState } from 'react'
import { codeOf, isAreaPath } from '@linli/standards/area-path'
import { Mark } from '../../parts/mark.tsx'
import { dayWords } from '../../parts/when.ts'
import { AreaForm } from './area-form.tsx'
import type { Area } from './area.ts'
import { TownMap } from './town-map.tsx'

interface AreaDetailProps { area: Area, changed: (area: Area) => void }

export function AreaDetail({ area, changed }: AreaDetailProps) {
  const [isChanging, setChanging] = useState(false)
  return (
    <section className="panel" aria-labelledby="area-title">
      <h2 id="area-title" className="panel-title">{area.name} <Mark>{areaKind[area.kind]}</Mark><Button size="small" style={{ marginLeft: 'auto' }} onClick={() => setChanging(true)}>修改</Button></h2>
      <div className="panel-body">
        <Descriptions column={{ xs: 1, md: 2 }} size="small" items={[
          { key: 'code', label: '统计代码', children: <span className="number">{isAreaPath(area.path) ? codeOf(area.path) : '—'}</span> },
          { key: 'from', label: '启用', children: area.from ? dayWords(area.from) : '—' },
          { key: 'until', label: '停用', children: area.until ? dayWords(area.until) : '—' },
          { key: 'class', label: '区域类别', children: area.heldClass ? `${areaClass[area.heldClass]}${area.class ? '' : '（沿用上级）'}` : '未定' },
          { key: 'centre', label: '中心点', children: area.centre ? <span className="number">{area.centre.lng.toFixed(5)}，{area.centre.lat.toFixed(5)}</span> : '未定' },
        ]} />
      </div>
      <TownMap label={`${area.name}的地图`} area={area.path} point={area.kind === 'building' ? area.centre : null} pointWords={area.name} height={380} />
      <AreaForm area={area} isOpen={isChanging} close={() => setChanging(false)} done={changed} />
    </section>
  )
}
