import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { dayName } from './duty-view.ts'
import type { Cell, OnDuty, Worker } from './duty-view.ts'
import styles from './duty-page.module.css'

interface DutyCellProps { cell: Cell, brush: Worker | undefined, put: (cell: Cell, person: string, isOn: boolean) => void }

/** Who is on duty; a click puts the chosen person in or takes them out. Who answers here no more is marked and can be taken out. */
export function DutyCell({ cell, brush, put }: DutyCellProps) {
  const { people, isOpen, isHeld, day, shift } = cell
  if (!isHeld && people.length === 0) return <span className={styles.none} title="这一天没有这个班次">—</span>
  const here = people.filter((one) => one.isHere)
  const isIn = brush !== undefined && here.some(({ id }) => id === brush.id)
  const names = here.length > 0 ? here.map(({ id, name }) => <span key={id} className={id === brush?.id ? styles.me : undefined}>{name}</span>) : <span className={styles.empty}>{isOpen ? '未排' : '—'}</span>
  return (
    <>
      {isOpen && brush
        ? <button type="button" className={isIn ? `${styles.cell} ${styles.in}` : styles.cell} aria-pressed={isIn} aria-label={`${dayName(day)}${shift.name}：${here.map(({ name }) => name).join('、') || '未排'}，${isIn ? '取消' : '安排'}${brush.name}`} onClick={() => put(cell, brush.id, !isIn)}>{names}</button>
        : <span className={styles.still}>{isHeld ? names : <span className="faint">改为休息或上班，不再有这一班</span>}</span>}
      {people.filter((one) => !one.isHere).map((one) => <Gone key={one.id} one={one} remove={isOpen ? () => put(cell, one.id, false) : undefined} />)}
    </>
  )
}

const Gone = ({ one, remove }: { one: OnDuty, remove?: () => void }) => (
  <span className={styles.gone} title="已不在这里接待">{one.name}（已离岗）{remove && <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={`移除${one.name}`} onClick={remove} />}</span>
)
