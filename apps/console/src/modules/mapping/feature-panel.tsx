import { mapOutcome, mapResult } from '@linli/contract/words/index'
import { Select, Tabs } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { outcomes } from './import-view.tsx'
import type { Feature, Import } from './import-view.tsx'
import styles from './mapping.module.css'

type Outcome = typeof outcomes[number]

/** The features of the file by what they are, those to be seen to first. */
export function FeaturePanel({ one }: { one: Import }) {
  const there = outcomes.filter((outcome) => (one.counts[outcome] ?? 0) > 0)
  const [chosen, setChosen] = useState<Outcome>()
  const tab = chosen && there.includes(chosen) ? chosen : there[0]
  return (
    <section aria-label="各个图形">
      <Tabs activeKey={tab} onChange={(key) => setChosen(key as Outcome)} destroyOnHidden items={there.map((outcome) => ({ key: outcome, label: `${mapOutcome[outcome]} ${one.counts[outcome]}`, children: <Features one={one} outcome={outcome} /> }))} />
    </section>
  )
}

function Features({ one, outcome }: { one: Import, outcome: Outcome }) {
  const [fault, setFault] = useState<string>()
  const [trail, setTrail] = useState<string[]>([])
  const after = trail[trail.length - 1]
  const query = useAsk('mapping', 'features', { id: one.id, outcome, ...(fault !== undefined && { fault }), ...(after !== undefined && { after }) }, { keepsLast: true })
  const pager = { after, page: trail.length + 1, on: (next: string) => setTrail([...trail, next]), ...trail.length > 0 && { first: () => setTrail([]), back: () => setTrail(trail.slice(0, -1)) } }
  const faults = one.look?.faults.filter(({ isWarning }) => outcome !== 'bad' || !isWarning) ?? []
  return (
    <>
      {faults.length > 1 && <div className={styles.said}><Select allowClear aria-label="只看一种问题" placeholder="只看一种问题" style={{ width: 260 }} value={fault} onChange={(code?: string) => { setFault(code); setTrail([]) }} options={faults.map(({ code, title, count }) => ({ value: code, label: `${title}（${count} 个）` }))} /></div>}
      <DataTable label={mapOutcome[outcome]} query={query} columns={columns} rowKey={(row) => `${row.no} ${JSON.stringify(row.geometry)}`} pager={pager} empty={<Nothing words="没有这样的图形" />} />
    </>
  )
}

const columns: Column<Feature>[] = [
  { key: 'no', title: '图形', width: 70, isFixed: true, render: ({ no }) => <span className="number">{no}</span> },
  { key: 'draw', title: '样子', width: 96, render: ({ geometry }) => geometry && <Drawn geometry={geometry} /> },
  { key: 'name', title: '名称', width: 150, render: ({ name }) => name ?? '—' },
  { key: 'of', title: '对应', width: 220, render: ({ of }) => of ?? '—' },
  { key: 'said', title: '说明', render: Said },
]

function Said({ faults, differences, result }: Feature) {
  return (
    <ul>
      {result !== null && <li>{mapResult[result]}</li>}
      {faults.map(({ code, message, mend, isWarning }) => <li key={`${code} ${message}`} className={isWarning ? 'faint' : styles.wrong}>{message}。{isWarning ? '' : '怎么改：'}{mend}</li>)}
      {differences.map(({ label, before, after }) => <li key={label}>{label}：<del className="faint">{before}</del> → {after}</li>)}
    </ul>
  )
}

/** A feature by itself, north up. */
function Drawn({ geometry }: { geometry: NonNullable<Feature['geometry']> }) {
  if (geometry.type === 'Point') return <span className="faint">点</span>
  const rings: [number, number][][] = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const all = rings.flat()
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)]
  const [west, south] = [Math.min(...lngs), Math.min(...lats)]
  const scale = Math.cos(south * Math.PI / 180)
  const [width, height] = [(Math.max(...lngs) - west) * scale || 1e-6, Math.max(...lats) - south || 1e-6]
  const by = Math.min(64 / width, 40 / height)
  const places = rings.map((ring) => ring.map(([lng, lat]) => `${(4 + (lng - west) * scale * by).toFixed(1)},${(44 - (lat - south) * by).toFixed(1)}`))
  return <svg className={styles.draw} viewBox="0 0 72 48" aria-hidden>{geometry.type === 'LineString' ? <polyline points={places[0]!.join(' ')} /> : <path fillRule="evenodd" d={places.map((ring) => `M${ring.join('L')}Z`).join('')} />}</svg>
}
