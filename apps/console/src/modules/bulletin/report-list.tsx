import { bulletinRhythm, periodWords } from '@linli/contract/words/index'
import { addDays } from '@linli/standards/day'
import { App, Button, Form, Space, Switch } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import type { Report } from './bulletin-words.ts'
import styles from './bulletin.module.css'

const when = { day: '每天 0 点以后制成前一天的', week: '每周一制成上一周的', month: '每月 1 日制成上一月的', once: '需要时手动制作' } as const

/** The reports that are kept here; each can be made at once. */
export function ReportList() {
  const mayMake = useMay('bulletin.make')
  const [isAll, showAll] = useState(false)
  const query = useAsk('bulletin', 'list', { isAll }, { keepsLast: true })
  return (
    <>
      <div className={styles.asked}><label className={styles.all}>含停用的 <Switch size="small" checked={isAll} onChange={showAll} /></label></div>
      <DataTable<Report> label="报表设置" query={query} rowKey={({ id }) => id} empty={<Nothing words="还没有设置报表">{mayMake && <Link to="/bulletin/make">新建一份</Link>}</Nothing>} columns={[
        { key: 'name', title: '名称', isFixed: true, render: ({ id, name, isEnded }) => <><Link data-row-link to={`/bulletin?bulletin=${id}`}>{name}</Link>{isEnded && <> <Mark>已停用</Mark></>}</> },
        { key: 'rhythm', title: '周期', width: 280, render: ({ rhythm }) => `${bulletinRhythm[rhythm]}，${when[rhythm]}` },
        { key: 'area', title: '辖区', width: 150, render: ({ areaName }) => areaName },
        { key: 'by', title: '最近修改', width: 190, render: ({ changedBy, changedAt }) => `${changedBy} ${whenWords(changedAt)}` },
        ...mayMake ? [{ key: 'do', title: '操作', width: 230, render: (report: Report) => report.mayChange && <Acts report={report} /> }] : [],
      ]} />
    </>
  )
}

function Acts({ report: { id, name, rhythm, isEnded, due } }: { report: Report }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const confirm = useConfirm()
  const [make, end] = [useTell('bulletin', 'make'), useTell('bulletin', 'end')]
  const [isAsking, ask] = useState(false)
  const go = async (period: { from?: string, until?: string }) => {
    const issue = await make.mutateAsync({ id, ...period })
    void message.success('已制成，请核对后送审')
    void navigate(`/bulletin/${issue.id}`)
  }
  const begin = () => (due ? void go({}).catch((fault: unknown) => message.error(wordsOf(fault))) : ask(true))
  const stop = () => confirm(isEnded
    ? { title: `恢复“${name}”？`, what: '从现在起又按时制作。', words: '恢复', isDanger: false, act: () => end.mutateAsync({ id, isEnded: false }), done: '已恢复' }
    : { title: `停用“${name}”？`, what: '停用后不再按时制作；各期照样能看，可随时恢复。', words: '停用', act: () => end.mutateAsync({ id, isEnded: true }), done: '已停用' })
  return (
    <Space size={4} wrap>
      {!isEnded && (due?.isMade ? <span className="faint">上一期已制成</span> : <Button size="small" loading={make.isPending} title={due ? periodWords(rhythm, due) : '选择起止日期'} onClick={begin}>立即制作<span className="hidden">{name}</span></Button>)}
      <Link to={`/bulletin/make?id=${id}`} className={styles.act}>修改<span className="hidden">{name}</span></Link>
      <Button size="small" onClick={stop}>{isEnded ? '恢复' : '停用'}<span className="hidden">{name}</span></Button>
      <FormDrawer<{ days: { from?: string, until?: string } }> name="make" title={`制作“${name}”`} isOpen={isAsking} close={() => ask(false)} submitWords="制作" send={({ days: { from, until } }) => go({ from, until: until && addDays(until, 1) })}>
        <Form.Item name="days" label="统计哪几天" required rules={[{ validator: async (_, days?: { from?: string, until?: string }) => { if (!days?.from || !days.until) throw new Error('请选择起止日期') } }]}><Days /></Form.Item>
      </FormDrawer>
    </Space>
  )
}

/** A form field of antd: from a day to a day. */
const Days = ({ value, onChange }: { value?: { from?: string, until?: string }, onChange?: (days: { from?: string | undefined, until?: string | undefined }) => void }) => <DayRange aria-label="统计哪几天" from={value?.from} until={value?.until} onChange={(days) => onChange?.(days)} />
