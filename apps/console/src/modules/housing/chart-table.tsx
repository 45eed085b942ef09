import { Button } from 'antd'
import { dayOf } from '@linli/standards/day'
import type { Answer, Unit } from './chart.ts'
import styles from './housing.module.css'

interface ChartTableProps { units: Unit[], answers: ReadonlyMap<string, Answer>, title: string, open: (unit: Unit) => void }

/** The chart as a table: for who does not see it, and for printing. */
export const ChartTable = ({ units, answers, title, open }: ChartTableProps) => (
  <div className={styles.scroll}>
    <table className={styles.table}>
      <thead><tr>{['单元', '楼层', '室号', title, '登记人数', '核对日期'].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <td>{unit.entrance || '—'}</td><td>{unit.floor ?? '—'}</td><th scope="row"><Button type="link" size="small" onClick={() => open(unit)}>{unit.room}{unit.part && `-${unit.part}`}<span className="hidden">室</span></Button></th>
            <td><span aria-hidden className={`${styles.dot} ${styles[answers.get(unit.id)!.tone]}`} />{answers.get(unit.id)!.words}</td><td>{unit.people}</td><td>{dayOf(new Date(unit.checkedAt))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
