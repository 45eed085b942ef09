import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import type { Output } from '@linli/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Table } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { call, wordsOf } from '../../kernel/call.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import drop from '../intake/intake.module.css'
import { AreaChoice, useHome } from './area-choice.tsx'
import styles from './knowledge.module.css'

type Row = Output<'knowledge', 'look'>['rows'][number]
const does: Record<Row['does'], string> = { fresh: '新增', change: '修改', same: '没有改动', fault: '有问题' }
const mostBytes = 700_000

/** A table is looked at first: what each row would do, and what is wrong with it; nothing is kept before that is right. */
export default function KnowledgeImportPage() {
  const home = useHome()
  const [area, setArea] = useState(home)
  const [file, setFile] = useState<{ name: string, content: string }>()
  const [fault, setFault] = useState<string>()
  const [isSubmitted, setSubmitted] = useState(true)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const look = useMutation({ mutationFn: (asked: { area: string, file: string }) => call('knowledge', 'look', asked) })
  const send = useMutation({
    mutationFn: () => call('knowledge', 'import', { area: area!, file: file!.content, isSubmitted }),
    onSuccess: ({ fresh, changed }) => { void client.invalidateQueries({ queryKey: ['knowledge'] }); void message.success(`已导入：新增 ${fresh} 条，修改 ${changed} 条`); void navigate(isSubmitted ? '/knowledge?open=review' : '/knowledge?open=draft') },
    onError: (refusal) => setFault(wordsOf(refusal)),
  })
  const template = useMutation({ mutationFn: () => call('knowledge', 'template', {}), onSuccess: ({ fileName, xlsx }) => saveSpreadsheet(fileName, xlsx), onError: (refusal) => void message.error(wordsOf(refusal)) })
  const lookAt = (where: string | undefined, content: string | undefined) => where !== undefined && content !== undefined && look.mutate({ area: where, file: content }, { onError: (refusal) => setFault(wordsOf(refusal)) })
  const take = async (files: FileList | null) => {
    const [one] = [...files ?? []]
    if (!one) return
    look.reset()
    setFile(undefined)
    if (one.size > mostBytes) return setFault('文件超过 700 KB，请拆分后再导入')
    setFault(undefined)
    const content = base64Of(await one.arrayBuffer())
    setFile({ name: one.name, content })
    lookAt(area, content)
  }
  const rows = look.data?.rows
  return (
    <>
      <PageHeader title="导入知识" back={{ to: '/knowledge', words: '返回知识库' }} hint="一行一条。先看每行会怎样，没有问题再导入；导入的是草稿，审核通过后才答复居民。" actions={<Button icon={<DownloadOutlined aria-hidden />} loading={template.isPending} onClick={() => template.mutate()}>下载模板</Button>} />
      <section className="panel panel-body" aria-label="选择表格">
        <div className={styles.tags} style={{ marginBottom: 12 }}><span>导入到</span><AreaChoice isOwn aria-label="导入到" style={{ width: 200 }} value={area} onChange={(where) => { setArea(where); setFault(undefined); lookAt(where, file?.content) }} /></div>
        <Chooser take={take} />
        {file && <p className="faint" style={{ marginTop: 8 }}>{file.name}</p>}
        {fault && <Alert type="error" showIcon role="alert" title={fault} style={{ marginTop: 12 }} />}
      </section>
      {rows && <Looked rows={rows} isSubmitted={isSubmitted} setSubmitted={setSubmitted} isBusy={send.isPending} send={() => { setFault(undefined); send.mutate() }} />}
    </>
  )
}

function Chooser({ take }: { take: (files: FileList | null) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  return (
    <>
      <button type="button" className={isOver ? `${drop.drop} ${drop.over}` : drop.drop} onClick={() => picker.current?.click()}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files) }}>
        <InboxOutlined aria-hidden className={drop.icon} />
        <strong>把表格拖到这里，或点击选择文件</strong>
        <span className="faint">xlsx、xls、csv，最多 500 条。导出的表格改好后也可以从这里导入。</span>
      </button>
      <input ref={picker} type="file" accept=".xlsx,.xls,.csv,.et" className="hidden" tabIndex={-1} aria-label="选择要导入的表格" onChange={(event) => { void take(event.target.files); event.target.value = '' }} />
    </>
  )
}

interface LookedProps { rows: Row[], isSubmitted: boolean, setSubmitted: (is: boolean) => void, isBusy: boolean, send: () => void }

/** What each row would do; those with something wrong first. */
function Looked({ rows, isSubmitted, setSubmitted, isBusy, send }: LookedProps) {
  const count = (one: Row['does']) => rows.filter((row) => row.does === one).length
  const shown = [...rows.filter((row) => row.does === 'fault'), ...rows.filter((row) => row.does !== 'fault')]
  return (
    <section className="panel" aria-labelledby="looked" style={{ marginTop: 12 }}>
      <h2 id="looked" className="panel-title">共 {rows.length} 行：{(Object.keys(does) as Row['does'][]).filter((one) => count(one) > 0).map((one) => `${does[one]} ${count(one)}`).join('，')}</h2>
      <Table<Row> aria-label="每行会怎样" size="small" rowKey="at" dataSource={shown} pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} scroll={{ x: 560 }} columns={[
        { key: 'at', title: '行', width: 60, render: (_, row) => row.at }, { key: 'does', title: '会怎样', width: 90, render: (_, row) => does[row.does] },
        { key: 'question', title: '标准问题', render: (_, row) => <>{row.question || '—'}{row.no !== null && <span className="faint">（编号 {row.no}）</span>}</> },
        { key: 'faults', title: '要改的', render: (_, row) => row.faults.length > 0 && <span className={styles.faults}>{row.faults.map(({ column, message }) => <span key={column + message}>“{column}”：{message}</span>)}</span> },
      ]} />
      <div className={styles.footBar}>
        {count('fault') > 0 ? <span role="status">还有 {count('fault')} 行有问题。请在表格里改好，再选一次文件。</span> : count('fresh') + count('change') === 0 ? <span role="status">和知识库里的一样，没有要导入的。</span> : (
          <>
            <Button type="primary" loading={isBusy} onClick={send}>导入 {count('fresh') + count('change')} 条</Button>
            <Checkbox checked={isSubmitted} onChange={(event) => setSubmitted(event.target.checked)}>导入后直接提交审核</Checkbox>
          </>
        )}
      </div>
    </section>
  )
}

function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ''
  // As many arguments as every browser takes at once.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
