import { PlusOutlined } from '@ant-design/icons'
import { eventStep } from '@linli/contract/words/index'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { flag, oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { useConfirm } from '../../parts/form/confirm.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { MatterSelect } from '../matter/matter-select.tsx'
import { ReplyForm } from './reply-form.tsx'
import styles from './reply-page.module.css'
import { fewWords, replySteps, stepOptions } from './reply-words.ts'
import type { Reply } from './reply-words.ts'

const fields = { text: word(), matter: word(), step: oneOf(replySteps), isRetired: flag() }

/** The office's usual words: found, written, changed, put aside. */
export default function ReplyPage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const query = useAsk('reply', 'list', { ...filter, after: pager.after }, { keepsLast: true })
  const [open, setOpen] = useState<{ reply?: Reply }>()
  const retire = useTell('reply', 'retire')
  const ask = useConfirm()
  const acts: Acts = {
    change: (reply) => setOpen({ reply }),
    retire: (reply) => reply.isRetired
      ? ask({ title: `恢复“${reply.name}”？`, what: '恢复后，办理时又可以选用。', words: '恢复', isDanger: false, act: () => retire.mutateAsync({ id: reply.id, isRetired: false }), done: '已恢复' })
      : ask({ title: `停用“${reply.name}”？`, what: '停用后，办理时不再列出；已经发出的答复不变，以后可以恢复。', words: '停用', act: () => retire.mutateAsync({ id: reply.id, isRetired: true }), done: '已停用' }),
  }
  return (
    <>
      <PageHeader title="常用回复" hint="办理时按事项和环节列出，选用后填好变量，还可以再改。"
        actions={<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen({})}>新增常用回复</Button>} />
      <FilterBar search={{ label: '查找名称、内容', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear}>
        <MatterSelect isAnyLevel allowClear aria-label="事项" placeholder="事项" style={{ width: 200 }} value={filter.matter} onChange={(matter) => change({ matter })} />
        <Select allowClear aria-label="环节" placeholder="环节" style={{ width: 150 }} value={filter.step} onChange={(step) => change({ step })} options={stepOptions} showSearch={{ optionFilterProp: 'label' }} />
        <Checkbox checked={filter.isRetired ?? false} onChange={(event) => change({ isRetired: event.target.checked })}>只看已停用</Checkbox>
      </FilterBar>
      <DataTable label="常用回复" query={query} columns={columnsWith(acts)} rowKey={({ id }) => id} pager={pager}
        empty={isFiltered ? <Nothing words="没有符合条件的常用回复"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words="还没有常用回复。把常说的话写下来，办理时一点就能用。" />} />
      <ReplyForm reply={open?.reply} isOpen={open !== undefined} close={() => setOpen(undefined)} />
    </>
  )
}

interface Acts { change: (reply: Reply) => void, retire: (reply: Reply) => void }

const columnsWith = ({ change, retire }: Acts): Column<Reply>[] => [
  { key: 'name', title: '名称与内容', isFixed: true, render: ({ name, text }) => <><strong>{name}</strong><span className={styles.text}>{text}</span></> },
  { key: 'matters', title: '事项', width: 170, render: ({ matters }) => fewWords(matters.map((one) => one.name), '所有事项') },
  { key: 'steps', title: '环节', width: 140, render: ({ steps }) => fewWords(steps.map((step) => eventStep[step]), '所有环节') },
  { key: 'area', title: '谁能用', width: 110, render: ({ areaName }) => areaName },
  { key: 'used', title: '选用', width: 80, render: ({ used }) => <span className="number">{used} 次</span> },
  { key: 'changed', title: '修改', width: 130, render: ({ changedBy, changedAt }) => <>{changedBy}<br /><span className="faint">{whenWords(changedAt)}</span></> },
  { key: 'acts', title: '操作', width: 130, isFixed: true, render: (reply) => reply.mayChange ? (
    <span className={styles.acts}>
      {!reply.isRetired && <Button size="small" aria-label={`修改“${reply.name}”`} onClick={() => change(reply)}>修改</Button>}
      <Button size="small" danger={!reply.isRetired} aria-label={`${reply.isRetired ? '恢复' : '停用'}“${reply.name}”`} onClick={() => retire(reply)}>{reply.isRetired ? '恢复' : '停用'}</Button>
    </span>
  ) : <span className="faint">街道维护</span> },
]
