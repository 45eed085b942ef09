import { Descriptions, Drawer } from 'antd'
import { useNarrow } from '../../parts/use-media.ts'
import { whenExact } from '../../parts/when.ts'
import type { Entry } from './entry.ts'
import { kindWords } from './subject.ts'
import styles from './entry-drawer.module.css'

/** One entry of the journal with all its details. */
export function EntryDrawer({ entry, close }: { entry: Entry | undefined, close: () => void }) {
  const isNarrow = useNarrow()
  return (
    <Drawer title={entry?.title ?? ''} open={entry !== undefined} onClose={close} size={isNarrow ? '100%' : 520}>
      {entry && (
        <>
          <Descriptions column={1} size="small" items={[
            { key: 'at', label: '时间', children: whenExact(entry.at) },
            { key: 'actor', label: '人员', children: `${entry.actorName}${entry.actorPost ? `（${entry.actorPost}）` : ''}` },
            { key: 'name', label: '动作代码', children: entry.name },
            { key: 'subject', label: '对象', children: `${kindWords(entry.subjectKind)} ${entry.subject}` },
            { key: 'area', label: '辖区', children: <span className="number">{entry.area}</span> },
            { key: 'address', label: '网络地址', children: entry.address ?? '—' },
            { key: 'request', label: '请求编号', children: entry.request ?? '—' },
          ]} />
          <h2 className={styles.title}>详情</h2>
          <pre className={styles.details} tabIndex={0} aria-label="详情">{JSON.stringify(entry.details, null, 2)}</pre>
        </>
      )}
    </Drawer>
  )
}
