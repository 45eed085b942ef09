import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { LightTag } from '../event/light-tag.tsx'
import { StatusTag } from '../event/status-tag.tsx'
import type { Cluster } from './cluster.ts'
import styles from './dot-list.module.css'

/** The newest events of one place. */
export const DotList = ({ cluster, from, close }: { cluster: Cluster, from: string, close: () => void }) => (
  <section className={`panel ${styles.box}`} aria-labelledby="dot-list">
    <h2 id="dot-list" className="panel-title">此处 {cluster.count} 件{cluster.count > cluster.newest.length && `，最新 ${cluster.newest.length} 件`}<Button type="text" size="small" aria-label="关闭" icon={<CloseOutlined aria-hidden />} onClick={close} className={styles.close} /></h2>
    <ul>
      {cluster.newest.map((one) => (
        <li key={one.id} className={styles.row}><Link to={`/event/${one.id}`} state={{ ids: cluster.newest.map(({ id }) => id), from }}>{one.title}</Link><span className={styles.tags}><StatusTag status={one.status} />{one.light && <LightTag light={one.light} dueAt={null} />}</span></li>
      ))}
    </ul>
  </section>
)
