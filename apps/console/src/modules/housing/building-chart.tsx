import { Drawer, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { oneOf } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { useToday } from '../../parts/use-today.ts'
import { entrancesOf, legendOf, questions, unitWords } from './chart.ts'
import type { Entrance, Floor, Question, Unit } from './chart.ts'
import styles from './housing.module.css'
import { UnitRecord } from './unit-record.tsx'
import { useState } from 'react'

interface BuildingChartProps { units: Unit[], building: string, tools?: ReactNode }

const asked = Object.keys(questions) as Question[]
const fields = { by: oneOf(asked) }

/** Floors × entrances × units, coloured by the question that is asked; a unit opens beside it. */
export function BuildingChart({ units, building, tools }: BuildingChartProps) {
  const { filter, change } = useFilter(fields)
  const [opened, setOpened] = useState<Unit>()
  const isNarrow = useNarrow()
  const today = useToday()
  const question = filter.by ?? 'lived'
  return (
    <>
      <div className={styles.bar}>
        <Segmented<Question> aria-label="按什么着色" value={question} options={asked.map((value) => ({ value, label: questions[value].title }))} onChange={(by) => change({ by: by === 'lived' ? undefined : by })} />
        <ul className={styles.legend} aria-label="图例">
          {legendOf(units, question, today).map(({ words, tone, count }) => <li key={words}><span aria-hidden className={`${styles.dot} ${styles[tone]}`} />{words} {count} 套</li>)}
        </ul>
        <span className="faint">共 {units.length} 套，登记 {units.reduce((sum, { people }) => sum + people, 0)} 人</span>
        <span style={{ marginLeft: 'auto' }}>{tools}</span>
      </div>
      <div className={styles.chart}>{entrancesOf(units).map((entrance) => <OneEntrance key={entrance.entrance} {...entrance} question={question} today={today} opened={opened?.id} open={setOpened} />)}</div>
      <Drawer title={opened && unitWords(opened)} open={opened !== undefined} onClose={() => setOpened(undefined)} size={isNarrow ? '100%' : 480} destroyOnHidden styles={{ body: { padding: 12, background: 'var(--ground)' } }}>
        {opened && <UnitRecord id={opened.id} from={`/housing?area=${encodeURIComponent(building)}`} isBrief />}
      </Drawer>
    </>
  )
}

interface CellProps { question: Question, today: string, opened: string | undefined, open: (unit: Unit) => void }

const OneEntrance = ({ entrance, floors, ...cell }: Entrance & CellProps) => (
  <section className={styles.entrance} aria-label={entrance ? `${entrance}单元` : '房屋'}>
    {floors.map((floor) => <OneFloor key={String(floor.floor)} {...floor} {...cell} />)}
    {entrance && <h3>{entrance}单元</h3>}
  </section>
)

const OneFloor = ({ floor, units, question, today, opened, open }: Floor & CellProps) => (
  <div className={styles.floor}>
    <span className={styles.level}>{floor === null ? '其他' : `${floor}层`}</span>
    <div className={styles.units}>
      {units.map((unit) => {
        const { words, tone } = questions[question].of(unit, today)
        return (
          <button key={unit.id} type="button" className={`${styles.unit} ${styles[tone]} ${unit.id === opened ? styles.chosen : ''}`} title={unit.address} onClick={() => open(unit)}>
            {unit.entrance && <span className="hidden">{unit.entrance}单元</span>}{unit.room}{unit.part && `-${unit.part}`}<span className="hidden">室，</span><small>{words}</small>
          </button>
        )
      })}
    </div>
  </div>
)
