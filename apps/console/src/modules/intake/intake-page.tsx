import { DownloadOutlined } from '@ant-design/icons'
import { intakeKind } from '@linli/contract/words/index'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Progress } from 'antd'
import { useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { ColumnPanel } from './column-panel.tsx'
import { CommitPanel } from './commit-panel.tsx'
import { StatusTag, countWords } from './intake-tags.tsx'
import { faultyOf, isBusy } from './intake-view.ts'
import type { Look } from './intake-view.ts'
import styles from './intake.module.css'
import { ReturnedPanel } from './returned-panel.tsx'
import { RowPanel } from './row-panel.tsx'

export default function IntakePage() {
  const { id = '' } = useParams()
  const query = useAsk('intake', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(batch) => <Detail batch={batch} key={batch.id} />}</Answer>
}

function Detail({ batch }: { batch: Look }) {
  const isRead = batch.status !== 'reading' && batch.status !== 'failed' && batch.columns.length > 0
  return (
    <>
      <PageHeader title={batch.fileName} back={{ to: '/intake', words: '返回导入登记表' }} beside={<StatusTag status={batch.status} />} hint={`${batch.by} ${whenWords(batch.at)}上传，${intakeKind[batch.kind]}，登记到${batch.areaName}`} actions={<Acts batch={batch} />} />
      {isBusy(batch) && <Going batch={batch} />}
      {batch.fault && <Alert type="error" showIcon title={batch.fault} className={styles.said} />}
      {(batch.status === 'done' || batch.status === 'undone') && <Alert type="success" showIcon title={countWords(batch)} className={styles.said} />}
      {batch.status === 'ready' && (batch.isReturned ? <ReturnedPanel batch={batch} /> : <CommitPanel batch={batch} key={batch.changedAt} />)}
      {(batch.status === 'ready' || batch.status === 'failed') && batch.sheets.length > 0 && <ColumnPanel batch={batch} key={`columns ${batch.changedAt}`} />}
      {isRead && <RowPanel batch={batch} key={batch.status} />}
    </>
  )
}

const doing: Partial<Record<Look['status'], string>> = { reading: '正在读取', committing: '正在导入', undoing: '正在撤销' }

/** How far it is. A file tells how long it is only at its end. */
const Going = ({ batch: { status, read, stored, total } }: { batch: Look }) => (
  <section className={`panel panel-body ${styles.said}`} aria-label="进度">
    <p role="status">{doing[status]}：{status === 'reading' ? `已读 ${read} 行` : `已处理 ${stored} 行，共 ${total} 行`}。可以离开这一页，工作会继续。</p>
    {status === 'reading' ? <div className={styles.moving} role="progressbar" aria-label={`${doing[status]}的进度`} aria-valuetext={`已读 ${read} 行`} /> : <Progress percent={Math.floor(stored / Math.max(1, total) * 100)} status="active" aria-label={`${doing[status]}的进度`} />}
  </section>
)

function Acts({ batch }: { batch: Look }) {
  const ask = useConfirm()
  const cancel = useTell('intake', 'cancel')
  const undo = useTell('intake', 'undo', ['intake', batch.kind])
  return (
    <>
      {faultyOf(batch) + (batch.results.stale ?? 0) > 0 && !isBusy(batch) && <Faulty batch={batch} />}
      {batch.mayCancel && <Button onClick={() => ask({ title: '取消这次导入？', what: batch.status === 'committing' ? '已经导入的部分会撤回。' : '还没有登记任何内容；之后要导入，请重新上传。', words: '取消导入', act: () => cancel.mutateAsync({ id: batch.id }) })}>取消导入</Button>}
      {batch.mayUndo && <Button danger onClick={() => ask({ title: '撤销整批导入？', what: '这批新登记的会删除，更新过的内容恢复原样；导入之后又改动过的保留，并列出来。', words: '撤销导入', act: () => undo.mutateAsync({ id: batch.id }) })}>撤销导入</Button>}
    </>
  )
}

/** The rows to mend, as a file; whoever takes it is on record. */
function Faulty({ batch }: { batch: Look }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('intake', 'faults', { id: batch.id }),
    onSuccess: ({ fileName, xlsx, rows, isMore }) => { saveSpreadsheet(fileName, xlsx); void (isMore ? message.warning(`只下载了前 ${rows} 行，改好导入后再下载其余的`) : message.success(`已下载 ${rows} 行，改好后重新上传即可`)) },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} onClick={() => job.mutate()}>下载待修改的行</Button>
}
