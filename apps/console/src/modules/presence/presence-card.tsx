import { CloseOutlined, PhoneOutlined } from '@ant-design/icons'
import { presenceKind } from '@linli/contract/words/index'
import { Button } from 'antd'
import { Link } from 'react-router'
import { whenWords } from '../../parts/when.ts'
import { metresWords } from './presence.ts'
import styles from './presence.module.css'
import type { Presence } from './use-presence.ts'

/** One worker or unit that was pressed on the map: who it is, what they have in hand, and how to reach them. */
export function PresenceCard({ id, presence: { workers, units }, close }: { id: string, presence: Presence, close: () => void }) {
  const worker = workers.find(({ account }) => account === id)
  const seat = units.find(({ unit }) => unit === id)
  const one = worker ?? seat
  const unit = seat?.unit ?? worker?.unit?.id
  return (
    <section className={styles.card} aria-label="选中的现场人员或单位">
      <Button className={styles.close} type="text" size="small" aria-label="关闭" icon={<CloseOutlined aria-hidden />} onClick={close} />
      <h2>{one?.name ?? '已停止共享'}</h2>
      {worker && <p>{worker.post || presenceKind[worker.kind]}{worker.unit && ` · ${worker.unit.name}`}</p>}
      {worker && <p className={styles.soft}>{whenWords(worker.since)} 开始共享，{whenWords(worker.at)} 在这里（误差约 {metresWords(worker.accuracy)}）</p>}
      {one && <p>{worker ? `本人在办 ${worker.open} 件` : `在办 ${one.open} 件`}{unit && <> · <Link to={`/event?unit=${unit}`}>{worker ? '本单位的事件' : '查看事件'}</Link></>}</p>}
      {one?.phone && <p><a href={`tel:${one.phone}`}><PhoneOutlined aria-hidden /> {one.phone}</a></p>}
    </section>
  )
}
