import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { tones } from './backdrop.tsx'
import { areasOf, isNew, join, neighboursOf, renamed } from './editing.ts'
import type { Borders, Draft } from './editing.ts'
import styles from './border.module.css'

interface AreaPanelProps { borders: Borders, draft: Draft, chosen: string | undefined, choose: (path: string) => void, change: (draft: Draft) => void, beginLine: () => void, isDrawing: boolean, undrawn: Borders['areas'], kind: string, settle: (() => void) | undefined }

/** The areas with what is in them, and what can be done with the chosen one. */
export function AreaPanel(props: AreaPanelProps) {
  const { borders, draft, chosen, choose, undrawn, kind } = props
  const known = new Map(borders.areas.map((area) => [area.path, area]))
  return (
    <div className={styles.side}>
      <section className="panel" aria-label={kind}>
        <h2 className="panel-title">{kind}（{draft.tiling.areas.length}）</h2>
        <div className={`panel-body ${styles.areas}`}>
          {areasOf(draft).map(({ path }, index) => {
            const area = known.get(path)
            return (
              <button key={path} type="button" className={styles.areaRow} aria-pressed={path === chosen} onClick={() => choose(path)}>
                <span className={styles.swatch} style={{ background: tones[index % tones.length] }} aria-hidden />
                <span>{draft.names[path]}</span>
                <span className="faint number">{area ? `${area.households || area.units} ${area.households ? '户' : '套'}，${area.people} 人` : '新'}</span>
              </button>
            )
          })}
          {undrawn.map(({ path, name }) => <button key={path} type="button" className={styles.areaRow} disabled><span aria-hidden /><span>{name}</span><span className="faint">没有边界</span></button>)}
          {draft.ended.map(({ path, into }) => <button key={path} type="button" className={styles.areaRow} disabled><span aria-hidden /><span>{draft.names[path]}</span><span className="faint">并入{draft.names[into]}</span></button>)}
        </div>
      </section>
      {chosen !== undefined && draft.tiling.areas.some(({ path }) => path === chosen) && <Acts {...props} chosen={chosen} key={chosen} />}
      {borders.astray.length > 0 && <Astray borders={borders} settle={props.settle} />}
    </div>
  )
}

function Acts({ draft, chosen, choose, change, beginLine, isDrawing }: AreaPanelProps & { chosen: string }) {
  const id = useId()
  const near = neighboursOf(draft, chosen)
  const merge = (other: string) => {
    // What has a name and a code keeps it.
    const [keep, gone] = isNew(chosen) && !isNew(other) ? [other, chosen] : [chosen, other]
    const next = join(draft, keep, gone)
    if (next) { change(next); choose(keep) }
  }
  return (
    <section className="panel" aria-label={`调整${draft.names[chosen]}`}>
      <h2 className="panel-title">{draft.names[chosen]}</h2>
      <div className={`panel-body ${styles.acts}`}>
        {isNew(chosen) && <label htmlFor={id}>名称<Input id={id} maxLength={40} value={draft.names[chosen]} onChange={({ target }) => change(renamed(draft, chosen, target.value))} /></label>}
        <Button disabled={isDrawing} onClick={beginLine}>用一条线分成两块</Button>
        {near.length > 0 && <Select aria-label="把相邻的一块并进来" placeholder="把相邻的一块并进来" value={null} disabled={isDrawing} onChange={(other: string | null) => other !== null && merge(other)} options={near.map((path) => ({ value: path, label: draft.names[path] }))} />}
      </div>
    </section>
  )
}

/** Buildings that stand elsewhere than they are kept. */
const Astray = ({ borders, settle }: Pick<AreaPanelProps, 'borders' | 'settle'>) => (
  <section className="panel" aria-label="错位的楼幢">
    <h2 className="panel-title">错位的楼幢（{borders.astray.length}）</h2>
    <div className={`panel-body ${styles.acts}`}>
      {settle && borders.astray.some(({ to }) => to !== null) && <Button onClick={settle}>按边界归位</Button>}
      <ul>
        {borders.astray.slice(0, 20).map(({ path, name, from, to }) => <li key={path}>{name}<span className="faint">：登记在{from}，{to === null ? '不在任何网格的边界内' : `位于${to}`}</span></li>)}
        {borders.astray.length > 20 && <li className="faint">还有 {borders.astray.length - 20} 幢</li>}
      </ul>
    </div>
  </section>
)
