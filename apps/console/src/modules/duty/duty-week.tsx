import { App } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { dayWords } from '../../parts/when.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { DutyCell } from './duty-cell.tsx'
import styles from './duty-page.module.css'
import { cellOf, dayName, lackingIn, spanWords } from './duty-view.ts'
import type { Cell, Shift, Week, Worker } from './duty-view.ts'

interface DutyWeekProps { week: Week, today: string, brush: Worker | undefined }

/** Shifts down, days across; on a phone one day below the other. */
export function DutyWeek({ week, today, brush }: DutyWeekProps) {
  const isNarrow = useNarrow()
  const tell = useTell('duty', 'put')
  const { message } = App.useApp()
  const put = (cells: readonly Cell[], person: string, isOn: boolean) => tell.mutate({ area: week.area, person, isOn, cells: cells.map(({ day, shift }) => ({ day, shift: shift.key })) }, { onError: (fault) => void message.error(wordsOf(fault)) })
  const cell = (shift: Shift, day: string) => <DutyCell cell={cellOf(week, shift, day, today)} brush={brush} put={(one, person, isOn) => put([one], person, isOn)} />
  const held = (day: string) => week.shifts.filter((shift) => {
    const { isHeld, people } = cellOf(week, shift, day, today)
    return isHeld || people.length > 0
  })
  if (isNarrow) {
    return <ul className={styles.days}>{week.days.map(({ day, isWork }) => (
      <li key={day} className={day === today ? styles.todayRow : undefined}>
        <h3>{dayName(day)} {dayWords(day, today)}{isWork ? '' : ' 休'}</h3>
        {held(day).length === 0 && <p className="faint">没有班次</p>}
        <dl>{held(day).map((shift) => <div key={shift.key}><dt>{shift.name}<span className="faint">{spanWords(shift)}</span></dt><dd>{cell(shift, day)}</dd></div>)}</dl>
      </li>
    ))}</ul>
  }
  return (
    <table className={styles.week}>
      <thead><tr><th scope="col">班次</th>{week.days.map(({ day, isWork }) => <th key={day} scope="col" aria-current={day === today ? 'date' : undefined} className={isWork ? undefined : styles.rest}>{dayName(day)}<span>{dayWords(day, today)}{isWork ? '' : ' 休'}</span></th>)}</tr></thead>
      <tbody>{week.shifts.map((shift) => {
        const lacking = brush ? lackingIn(week.days.map(({ day }) => cellOf(week, shift, day, today)), brush.id) : []
        return (
          <tr key={shift.key}>
            <th scope="row">{shift.name}<span className="number">{spanWords(shift)}</span>{brush && lacking.length > 1 && <button type="button" className={styles.whole} onClick={() => put(lacking, brush.id, true)}>整周排{brush.name}</button>}</th>
            {week.days.map(({ day }) => <td key={day} className={day === today ? styles.todayCell : undefined}>{cell(shift, day)}</td>)}
          </tr>
        )
      })}</tbody>
    </table>
  )
}
