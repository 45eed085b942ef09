import { Drawer, Segmented, Select } from 'antd'
import { memo, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { useToday } from '../../parts/use-today.ts'
import { answerTo, entrancesOf, legendOf, questions, unitWords } from './chart.ts'
import type { Answer, Entrance, Floor, Question, Unit } from './chart.ts'
import { ChartTable } from './chart-table.tsx'
import { GroupChoice, ListChoice, useMarked } from './chart-choices.tsx'
import styles from './housing.module.css'
import { UnitRecord } from './unit-record.tsx'

interface BuildingChartProps { units: Unit[], building: string, tools?: ReactNode }

const asked = Object.keys(questions) as Question[]
const fields = { by: oneOf(asked), group: word(), list: word(), as: oneOf(['table']) }

/** Floors × entrances × units, coloured by the question that is asked; a unit opens beside it. */
export function BuildingChart({ units, building, tools }: BuildingChartProps) {
  const { filter, change } = useFilter(fields)
  const [opened, setOpened] = useState<Unit>()
  const isNarrow = useNarrow()
  const today = useToday()
  const question = filter.by ?? 'lived'
  const { marked, fault } = useMarked(question === 'list' ? filter.list : undefined, building)
  const answers = useMemo(() => new Map(units.map((unit) => [unit.id, answerTo(question, unit, { today, group: filter.group, marked })])), [units, question, today, filter.group, marked])
  const entrances = useMemo(() => entrancesOf(units), [units])
  const options = asked.map((value) => ({ value, label: questions[value].title }))
  const choose = (by: Question) => change({ by: by === 'lived' ? undefined : by })
  return (
    <>
      <div className={styles.bar}>
        {isNarrow ? <Select<Question> aria-label="按什么着色" value={question} options={options} onChange={choose} style={{ width: 140 }} /> : <Segmented<Question> aria-label="按什么着色" value={question} options={options} onChange={choose} />}
        {question === 'care' && <GroupChoice value={filter.group} choose={(group) => change({ group })} />}
        {question === 'list' && <ListChoice value={filter.list} choose={(list) => change({ list })} />}
        <Segmented<'chart' | 'table'> aria-label="怎样看" value={filter.as ?? 'chart'} options={[{ value: 'chart', label: '图' }, { value: 'table', label: '表' }]} onChange={(as) => change({ as: as === 'table' ? 'table' : undefined })} />
        <span style={{ marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: 8 }}>{tools}</span>
      </div>
      <div className={styles.bar}>
        {fault ? <span role="alert">{fault}</span> : (
          <ul className={styles.legend} aria-label="图例">
            {legendOf(answers.values()).map(({ words, tone, count }) => <li key={words}><span aria-hidden className={`${styles.dot} ${styles[tone]}`} />{words} {count} 套</li>)}
          </ul>
        )}
        <span className="faint">共 {units.length} 套，登记 {units.reduce((sum, { people }) => sum + people, 0)} 人</span>
      </div>
      {filter.as === 'table' ? <ChartTable units={units} answers={answers} title={questions[question].title} open={setOpened} />
        : <div className={styles.chart}>{entrances.map((entrance) => <OneEntrance key={entrance.entrance} {...entrance} answers={answers} opened={opened?.id} open={setOpened} />)}</div>}
      <Drawer title={opened && unitWords(opened)} open={opened !== undefined} onClose={() => setOpened(undefined)} size={isNarrow ? '100%' : 480} destroyOnHidden styles={{ body: { padding: 12, background: 'var(--ground)' } }}>
        {opened && <UnitRecord id={opened.id} from={`/housing?area=${encodeURIComponent(building)}`} isBrief />}
      </Drawer>
    </>
  )
}

interface CellProps { answers: ReadonlyMap<string, Answer>, opened: string | undefined, open: (unit: Unit) => void }

const OneEntrance = ({ entrance, floors, answers, opened, open }: Entrance & CellProps) => (
  <section className={styles.entrance} aria-label={entrance ? `${entrance}单元` : '房屋'}>
    {floors.map((floor) => <OneFloor key={String(floor.floor)} {...floor} answers={answers} opened={floor.units.some(({ id }) => id === opened) ? opened : undefined} open={open} />)}
    {entrance && <h3>{entrance}单元</h3>}
  </section>
)

/** Drawn anew only where another question is asked, or one of its units is opened. */
const OneFloor = memo(({ floor, units, answers, opened, open }: Floor & CellProps) => (
  <div className={styles.floor}>
    <span className={styles.level}>{floor === null ? '其他' : `${floor}层`}</span>
    <div className={styles.units}>
      {units.map((unit) => {
        const { words, tone } = answers.get(unit.id)!
        return (
          <button key={unit.id} type="button" className={`${styles.unit} ${styles[tone]} ${unit.id === opened ? styles.chosen : ''}`} title={unit.address} onClick={() => open(unit)}>
            {unit.entrance && <span className="hidden">{unit.entrance}单元</span>}{unit.room}{unit.part && `-${unit.part}`}<span className="hidden">室，</span><small>{words}</small>
          </button>
        )
      })}
    </div>
  </div>
))
