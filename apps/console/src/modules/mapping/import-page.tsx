import { mapLayer } from '@linli/contract/words/index'
import { Alert, Button, Progress } from 'antd'
import { useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { FeaturePanel } from './feature-panel.tsx'
import { StatusTag, countWords, isBusy } from './import-view.tsx'
import type { Import } from './import-view.tsx'
import { ReadPanel } from './read-panel.tsx'
import styles from './mapping.module.css'

export default function ImportPage() {
  const { id = '' } = useParams()
  const query = useAsk('mapping', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(one) => <Detail one={one} key={one.id} />}</Answer>
}

function Detail({ one }: { one: Import }) {
  return (
    <>
      <PageHeader title={one.fileName} back={{ to: '/atlas', words: '返回底图与网格' }} beside={<StatusTag status={one.status} />} hint={`${one.by} ${whenWords(one.at)}上传，${mapLayer[one.layer]}`} actions={<Acts one={one} />} />
      {isBusy(one) && <Going one={one} />}
      {one.fault && <Alert type="error" showIcon title={one.fault} className={styles.said} />}
      {(one.status === 'done' || one.status === 'undone') && <Alert type="success" showIcon title={countWords(one)} className={styles.said} />}
      {one.status === 'ready' && <Alert type={(one.counts.bad ?? 0) > 0 ? 'warning' : 'info'} showIcon title={`核对完成：${countWords(one)}。还没有改动底图。`} className={styles.said} />}
      {one.mayRead && <ReadPanel one={one} key={one.changedAt} />}
      {!isBusy(one) && Object.values(one.counts).some((count) => count > 0) && <FeaturePanel one={one} key={one.status} />}
    </>
  )
}

const doing: Partial<Record<Import['status'], string>> = { reading: '正在读取和核对', committing: '正在导入', undoing: '正在撤销' }

const Going = ({ one: { status, read, stored, total, counts } }: { one: Import }) => {
  const [now, all] = status === 'reading' ? [read, total] : [stored, (counts.fresh ?? 0) + (counts.changed ?? 0)]
  return (
    <section className={`panel panel-body ${styles.said}`} aria-label="进度">
      <p role="status">{doing[status]}：{now} 个，共 {all} 个。可以离开这一页，工作会继续。</p>
      <Progress percent={Math.floor(now / Math.max(1, all) * 100)} status="active" aria-label={`${doing[status]}的进度`} />
    </section>
  )
}

function Acts({ one }: { one: Import }) {
  const ask = useConfirm()
  const commit = useTell('mapping', 'commit')
  const undo = useTell('mapping', 'undo', ['mapping', 'organisation', 'atlas', 'zoning'])
  const cancel = useTell('mapping', 'cancel')
  const { fresh = 0, changed = 0, bad = 0 } = one.counts
  const what = `新增 ${fresh} 个，更新 ${changed} 个。导入后可以整批撤销。`
  return (
    <>
      {one.mayCancel && <Button onClick={() => ask({ title: '取消这次导入？', what: '底图没有改动；之后要导入，请重新上传。', words: '取消导入', act: () => cancel.mutateAsync({ id: one.id }) })}>取消导入</Button>}
      {one.mayCommit && <Button type="primary" onClick={() => ask({ title: bad > 0 ? `只导入没有错误的 ${fresh + changed} 个？` : '导入到底图？', what: bad > 0 ? `${what}有错误的 ${bad} 个不导入。` : what, words: '导入', isDanger: false, act: () => commit.mutateAsync({ id: one.id, which: bad > 0 ? 'good' : 'all' }) })}>{bad > 0 ? '只导入没有错误的' : '导入'}</Button>}
      {one.mayUndo && <Button danger onClick={() => ask({ title: '撤销整批导入？', what: '新增的去掉，更新过的恢复原样；已经登记了房屋或人口的新楼幢保留。', words: '撤销导入', act: () => undo.mutateAsync({ id: one.id }) })}>撤销导入</Button>}
    </>
  )
}
