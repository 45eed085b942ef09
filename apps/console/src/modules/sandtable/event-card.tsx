import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useLocation } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { StatusTag } from '../event/status-tag.tsx'
import styles from './sandtable.module.css'

/** One event that was pressed on the map, in short, and the way to it. */
export function EventCard({ id, close }: { id: string, close: () => void }) {
  const query = useAsk('event', 'get', { id })
  const { pathname, search } = useLocation()
  return (
    <section className={styles.card} aria-label="选中的事件">
      <Button className={styles.close} type="text" size="small" aria-label="关闭" icon={<CloseOutlined aria-hidden />} onClick={close} />
      <Answer query={query} isSmall>
        {({ title, status, light, dueAt, areaName, place, reportedAt, unit }) => (
          <>
            <h2><Link to={`/event/${id}`} state={{ ids: [id], from: pathname + search }}>{title}</Link></h2>
            <p><StatusTag status={status} /> <LightTag light={light} dueAt={dueAt} /></p>
            <p className="faint">{areaName}{place && ` · ${place}`}</p>
            <p className="faint">{whenWords(reportedAt)}上报{unit && `，${unit.name}办理`}</p>
          </>
        )}
      </Answer>
    </section>
  )
}
