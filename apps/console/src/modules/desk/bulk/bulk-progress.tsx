import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { Alert, Button, Progress, Space } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import styles from './bulk.module.css'
import { begin, tally, undoOf } from './bulk-run.ts'
import type { Run } from './bulk-run.ts'

/** How far it is, and what became of each. */
export function BulkProgress({ run, close }: { run: Run, close: () => void }) {
  const client = useQueryClient()
  const { all, done, refused, left } = tally(run)
  const undo = run.isOver ? undoOf(run) : []
  useEffect(() => {
    if (run.isOver) void client.invalidateQueries({ queryKey: ['event'] })
  }, [client, run.isOver])
  const told = run.items.filter(({ id }) => run.outcomes[id])
  return (
    <>
      <Progress percent={all === 0 ? 100 : Math.floor((all - left) / all * 100)} status={run.isOver ? refused > 0 ? 'exception' : 'success' : 'active'} aria-label="办理进度" />
      <p role="status" className={styles.said}>{run.isOver ? '已办完：' : '正在办理：'}成功 {done} 件{refused > 0 && `，未办成 ${refused} 件`}{left > 0 && `，还有 ${left} 件`}。</p>
      {!run.isOver && <Alert type="info" showIcon title="可以关上这个窗口去看别的页面，办理会继续；请不要关闭或刷新浏览器。" style={{ marginBottom: 12 }} />}
      <Space style={{ marginBottom: 12 }}>
        {undo.length > 0 && <Button onClick={() => void begin({ title: `撤销${run.title}`, items: undo })}>撤销这 {undo.length} 件</Button>}
        <Button type={run.isOver ? 'primary' : 'default'} onClick={close}>{run.isOver ? '完成' : '关上窗口'}</Button>
      </Space>
      <ul className={styles.list} aria-label="每件的结果">
        {told.map(({ id, title }) => {
          const outcome = run.outcomes[id]!
          return <li key={id}><span>{outcome.isDone ? <CheckCircleFilled aria-hidden className={styles.good} /> : <CloseCircleFilled aria-hidden className={styles.bad} />} <Link to={`/event/${id}`} target="_blank">{title}</Link></span><span className="faint">{outcome.isDone ? '已办' : outcome.words}</span></li>
        })}
      </ul>
    </>
  )
}
