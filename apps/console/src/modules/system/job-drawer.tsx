import { Descriptions, Drawer } from 'antd'
import { useNarrow } from '../../parts/use-media.ts'
import { whenExact } from '../../parts/when.ts'
import styles from '../audit/entry-drawer.module.css'
import type { DeadJob } from './dead-job.ts'

export function JobDrawer({ job, close }: { job: DeadJob | undefined, close: () => void }) {
  const isNarrow = useNarrow()
  return (
    <Drawer title={job?.title ?? ''} open={job !== undefined} onClose={close} size={isNarrow ? '100%' : 520}>
      {job && (
        <>
          <Descriptions column={1} size="small" items={[
            { key: 'queue', label: '队列', children: job.queue },
            { key: 'failedAt', label: '失败时间', children: whenExact(job.failedAt) },
            { key: 'tries', label: '已试', children: `${job.tries} 次` },
            { key: 'reason', label: '原因', children: job.reason },
          ]} />
          <h2 className={styles.title}>内容</h2>
          <pre className={styles.details} tabIndex={0} aria-label="内容">{JSON.stringify(job.data, null, 2)}</pre>
        </>
      )}
    </Drawer>
  )
}
