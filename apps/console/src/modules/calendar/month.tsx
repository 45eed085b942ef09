import styles from './calendar-page.module.css'
import { cellWords } from './year.ts'
import type { DayCell, MonthCells } from './year.ts'

interface MonthProps { month: MonthCells, today: string, choose: (day: DayCell) => void }

export const Month = ({ month, today, choose }: MonthProps) => (
  <section className="panel" aria-label={month.title}>
    <h2 className={styles.title}>{month.title}</h2>
    <table className={styles.month}>
      <thead><tr>{[...'一二三四五六日'].map((name) => <th key={name} scope="col"><abbr title={`星期${name}`}>{name}</abbr></th>)}</tr></thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.find(Boolean)?.day}>{Array.from({ length: 7 }, (_, index) => <td key={index}>{week[index] && <Day cell={week[index]} isToday={week[index].day === today} choose={choose} />}</td>)}</tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Day = ({ cell, isToday, choose }: { cell: DayCell, isToday: boolean, choose: (day: DayCell) => void }) => (
  <button type="button" title={cell.set ? cellWords(cell) : undefined} aria-current={isToday ? 'date' : undefined} onClick={() => choose(cell)}
    className={[styles.day, cell.isWork ? '' : styles.free, cell.set?.source === 'office' ? styles.ownDay : '', isToday ? styles.today : ''].join(' ')}>
    <span aria-hidden>{cell.date}{cell.set && <span className={cell.isWork ? styles.markWork : styles.markRest}>{cell.isWork ? '班' : '休'}</span>}</span>
    <span className="hidden">{cellWords(cell)}</span>
  </button>
)
