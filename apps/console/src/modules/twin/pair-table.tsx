import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { whenWords } from '../../parts/when.ts'
import { sideOf } from './choice.ts'
import type { Chosen, Compared, ComparedField } from './choice.ts'
import styles from './twin.module.css'

interface PairTableProps { pair: Compared, chosen?: Chosen, choose?: (chosen: Chosen) => void }
type Side = 'one' | 'other'
const sides: readonly Side[] = ['one', 'other']
const sideWords = { one: '左边', other: '右边' } as const

/** Both records in two columns; what differs stands first and is chosen by a tap. */
export function PairTable({ pair, chosen, choose }: PairTableProps) {
  const place = (side: Side) => pair[side].residencies.filter(({ until }) => until === null).map(({ address, areaName }) => address ?? areaName).join('，') || '没有现住处'
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="hidden">两条记录并排比对，不一致的在前</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {sides.map((side) => <th scope="col" key={side}><Head record={pair[side]} side={side} isKept={chosen?.keep === side} keep={choose && chosen ? () => choose({ ...chosen, keep: side }) : undefined} /></th>)}
          </tr>
        </thead>
        <tbody>
          <Line label="现住处" cells={sides.map(place)} />
          {pair.fields.map((field) => <FieldLine key={field.name} field={field} chosen={chosen} choose={choose} />)}
        </tbody>
      </table>
    </div>
  )
}

function Head({ record, side, isKept, keep }: { record: Compared['one'], side: Side, isKept: boolean, keep?: () => void }) {
  const at = `第 ${record.revision} 版，${whenWords(record.changedAt)}更新`
  return (
    <div className={styles.head}>
      <strong>{record.name}</strong>
      <span className={styles.small}>{at}</span>
      {keep && <Radio checked={isKept} onChange={keep} aria-label={`保留${sideWords[side]}这条`} aria-keyshortcuts={side === 'one' ? '1' : '2'}>{isKept ? '保留这条' : '并入另一条'}</Radio>}
    </div>
  )
}

const Line = ({ label, cells }: { label: string, cells: ReactNode[] }) => <tr><th scope="row">{label}</th>{cells.map((cell, at) => <td key={sides[at]}>{cell}</td>)}</tr>

function FieldLine({ field, chosen, choose }: { field: ComparedField } & Omit<PairTableProps, 'pair'>) {
  const from = chosen && sideOf(chosen, field)
  if (!field.isDiffering || !chosen || !choose) return <tr className={field.isDiffering ? styles.differs : undefined}><th scope="row">{field.label}{field.isDiffering && <span className={styles.mark}>不一致</span>}</th>{sides.map((side) => <td key={side} className={field[side] === null ? 'faint' : undefined}>{field[side] ?? '—'}</td>)}</tr>
  const take = (side: Side | 'both') => choose({ ...chosen, from: { ...chosen.from, [field.name]: side } })
  return (
    <tr className={styles.differs}>
      <th scope="row">{field.label}<span className={styles.mark}>不一致</span>{field.mayTakeBoth && <Radio checked={from === 'both'} onChange={() => take('both')} aria-label={`${field.label}：两边都保留`}>都保留</Radio>}</th>
      {sides.map((side) => <td key={side} className={from === side || from === 'both' ? styles.taken : undefined}><Radio checked={from === side} onChange={() => take(side)} aria-label={`${field.label}：用${sideWords[side]}的 ${field[side]}`}>{field[side]}</Radio></td>)}
    </tr>
  )
}
