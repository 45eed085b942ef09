import { App } from 'antd'
import { Link } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { whenWords } from '../../parts/when.ts'
import { metresWords, nearestOf } from '../presence/presence.ts'
import type { Presence } from '../presence/use-presence.ts'
import styles from './command.module.css'

const most = 6

/** What waits for dispatch, the most urgent first; one tap sends it to whom the rules suggest, for who may dispatch. */
export function Waiting({ area, presence: { workers, now } }: { area: string, presence: Presence }) {
  const rows = useAsk('event', 'list', { area, status: ['filed'], order: 'due', limit: most }, { keepsLast: true }).data?.rows ?? []
  const mayDispatch = useMay('event.dispatch')
  const ids = rows.map(({ id }) => id)
  const foreseen = useAsk('desk', 'foresee', { step: 'dispatch', ids }, { topic: 'event', keepsLast: true, isWanted: mayDispatch && ids.length > 0 }).data?.rows ?? []
  return (
    <section className={styles.box} aria-labelledby="waiting">
      <h2 id="waiting">待派遣<Link to="/event?status=filed" className={styles.key}>全部</Link></h2>
      {rows.length === 0 ? <p className={styles.none}>没有等待派遣的事件。</p> : (
        <ul className={styles.waits}>{rows.map((row) => {
          const { suggestedUnit: unit, hindrance } = foreseen.find(({ id }) => id === row.id) ?? {}
          const near = unit && row.point ? nearestOf(workers, { unit: unit.id, point: row.point, now }) : []
          return (
            <li key={row.id} data-light={row.light ?? undefined}>
              <Link to={`/event/${row.id}`}>{row.title}</Link>
              <small>{row.areaName} · {whenWords(row.reportedAt)}{row.light === 'red' || row.light === 'severe' ? ' · 已超时' : ''}</small>
              {near.length > 0 && <small className={styles.near}>就近 {near.map(({ worker, metres }) => `${worker.name} ${metresWords(metres)}`).join('、')}</small>}
              {unit && !hindrance && <Dispatch id={row.id} asOf={row.changedAt} unit={unit} title={row.title} />}
            </li>
          )
        })}</ul>
      )}
    </section>
  )
}

function Dispatch({ id, asOf, unit, title }: { id: string, asOf: string, unit: { id: string, name: string }, title: string }) {
  const { message } = App.useApp()
  const take = useTell('event', 'take')
  const send = async () => {
    await take.mutateAsync({ id, asOf, take: { step: 'dispatch', unit: unit.id } })
    void message.success(`“${title}”已派给${unit.name}`)
  }
  return <button type="button" disabled={take.isPending} onClick={() => void send().catch((error: unknown) => message.error(error instanceof Error ? error.message : '没有派出'))}>派给{unit.name}</button>
}
