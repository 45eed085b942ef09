import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../kernel/session.ts'
import { useCodeWords } from '../record/use-codes.ts'
import styles from './flat-view.module.css'
import { useCare } from './use-layers.ts'
import type { Town } from './use-town.ts'

/** Where people in care live, by building and in numbers; asked for by a person, because each look is written down. */
export function CareTable({ town, open }: { town: Town, open: (area: string) => void }) {
  const maySee = useMay('base.view')
  const [isOpen, setOpen] = useState(false)
  const rows = useCare(town, isOpen).filter(({ area }) => area.startsWith(town.area))
  const codes = useCodeWords('careGroup')
  if (!maySee) return null
  return (
    <section className="panel" aria-label="各楼幢的关爱对象">
      <h2 className="panel-title">各楼幢的关爱对象<small className="faint">只有人数和类别，不显示姓名；查看会留下记录</small></h2>
      {!isOpen ? <div className="panel-body"><Button onClick={() => setOpen(true)}>查看</Button></div> : rows.length === 0 ? <p className="panel-body faint" role="status">正在统计，或这里没有关爱对象</p> : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="关爱对象表">
          <table className={styles.table}>
            <thead><tr>{['楼幢', '人数', '类别'].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>{rows.map(({ area, name, count, groups }) => (
              <tr key={area}><th scope="row"><Button type="link" size="small" onClick={() => open(area)}>{name}</Button></th><td>{count}</td><td>{Object.entries(groups).map(([code, of]) => `${codes?.find((one) => one.code === code)?.label ?? code} ${of}`).join('，')}</td></tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </section>
  )
}
