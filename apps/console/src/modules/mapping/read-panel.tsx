import { mapColumn, mapCrs } from '@linli/contract/words/index'
import type { MapColumn, MapCrs } from '@linli/contract/words/index'
import { Alert, Button, Checkbox, Select } from 'antd'
import { useId, useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import type { Import } from './import-view.tsx'
import styles from './mapping.module.css'

/** The meridians of zones of three degrees in the country. */
const meridians = Array.from({ length: 21 }, (_, at) => 75 + at * 3)
const kinds = { road: '道路', water: '水系', green: '绿地' } as const

/** How the file was read, and how it might be read otherwise. */
export function ReadPanel({ one }: { one: Import }) {
  const { look } = one
  const id = useId()
  const [crs, setCrs] = useState<MapCrs>(look?.crs ?? 'auto')
  const [meridian, setMeridian] = useState<number | null>(look?.meridian ?? null)
  const [mends, setMends] = useState(look?.mends ?? true)
  const [kind, setKind] = useState<keyof typeof kinds | null>(look?.kind ?? null)
  const [columns, setColumns] = useState<Partial<Record<MapColumn, string>>>(look?.columns ?? {})
  const read = useTell('mapping', 'read')
  return (
    <section className={`panel ${styles.said}`} aria-label="读取方式">
      <h2 className="panel-title">读取方式</h2>
      <div className={`panel-body ${styles.send}`}>
        {look && <p>{look.told.join('；')}</p>}
        {look?.hints.map((hint) => <Alert key={hint} type="warning" showIcon title={hint} />)}
        <div className={styles.row}>
          <label className={styles.field} htmlFor={`${id}-crs`}>坐标系<Select<MapCrs> id={`${id}-crs`} style={{ width: 260 }} value={crs} onChange={setCrs} options={Object.entries(mapCrs).map(([value, label]) => ({ value: value as MapCrs, label }))} /></label>
          {(crs === 'gaussKruger' || crs === 'auto') && <label className={styles.field} htmlFor={`${id}-meridian`}>中央经线<Select<number> id={`${id}-meridian`} allowClear style={{ width: 150 }} placeholder="自动" value={meridian} onChange={(value?: number) => setMeridian(value ?? null)} options={meridians.map((value) => ({ value, label: `${value}°` }))} /></label>}
          {one.layer === 'plan' && <label className={styles.field} htmlFor={`${id}-kind`}>没有类型的算作<Select<keyof typeof kinds> id={`${id}-kind`} allowClear style={{ width: 130 }} placeholder="不猜" value={kind} onChange={(value?: keyof typeof kinds) => setKind(value ?? null)} options={Object.entries(kinds).map(([value, label]) => ({ value: value as keyof typeof kinds, label }))} /></label>}
          {look?.known.map((what) => (
            <label key={what} className={styles.field} htmlFor={`${id}-${what}`}>{mapColumn[what]}
              <Select<string> id={`${id}-${what}`} allowClear showSearch style={{ width: 150 }} placeholder="没有这一列" value={columns[what] || null} onChange={(value?: string) => setColumns({ ...columns, [what]: value ?? '' })} options={look.titles.map((title) => ({ value: title, label: title }))} />
            </label>
          ))}
        </div>
        <div className={styles.row}>
          <Checkbox checked={mends} onChange={({ target }) => setMends(target.checked)}>自动修复有把握的问题（闭合轮廓、调整走向、去掉重复点、拆开 8 字形）</Checkbox>
          <Button loading={read.isPending} onClick={() => read.mutate({ id: one.id, crs, meridian, mends, kind, columns })}>重新读取</Button>
        </div>
      </div>
    </section>
  )
}
