import { bulletinRhythm, periodWords } from '@linli/contract/words/index'
import { isAreaPath, parentOf } from '@linli/standards/area-path'
import { addDays } from '@linli/standards/day'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Form, Input, Select } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { requiredMark } from '../../parts/form/form-drawer.tsx'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { officeOnly, useOffice } from '../organisation/use-office.ts'
import { freshPart, partIn } from './bulletin-words.ts'
import type { Definition, Part, Report } from './bulletin-words.ts'
import styles from './bulletin.module.css'
import { ContentView } from './content-view.tsx'
import { PartsField } from './parts-field.tsx'

/** A report is put together by clicking: from nothing, from what the analysis page shows, or one's own changed. */
export default function MakePage() {
  const [params] = useSearchParams()
  const id = params.get('id')
  const query = useAsk('bulletin', 'get', { id: id ?? '' }, { isWanted: id !== null })
  const office = useOffice()
  if (id === null) return office === undefined ? <Waiting isWhole /> : <Make area={params.get('area') ?? office} part={partIn(params.get('part'))} />
  return <Answer query={query}>{(report) => <Make key={report.id} area={report.area} report={report} />}</Answer>
}

function Make({ area: home, report, part }: { area: string, report?: Report, part?: Part | undefined }) {
  const [form] = Form.useForm<Definition>()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const save = useTell('bulletin', 'save')
  const today = useToday()
  const officeName = useOfficeName(home)
  const preview = useMutation({ mutationFn: (definition: Definition) => call('bulletin', 'preview', { definition }), onError: (fault) => void message.error(wordsOf(fault)) })
  const told = (values: Definition): Definition => ({ ...values, area: report?.area ?? values.area, before: values.before ?? '', after: values.after ?? '', mark: values.mark ?? '' })
  const { submit, isBusy, complaint } = useSubmit(form, async (values) => {
    const { id } = await save.mutateAsync({ ...(report && { id: report.id, seen: report.changedAt }), definition: told(values) })
    void message.success(report ? '已保存，从下一期起用' : '已保存')
    void navigate(`/bulletin?tab=report&saved=${id}`)
  }, { under: 'definition' })
  const look = async () => { const values = await form.validateFields().catch(() => undefined); if (values) preview.mutate(told(values)) }
  // The name of the office is known a moment later than the form.
  useEffect(() => { if (!report && officeName && !form.isFieldTouched('office')) form.setFieldValue('office', officeName) }, [form, officeName, report])
  const initial: Partial<Definition> = report ?? { area: home, rhythm: 'month', isRed: true, heading: '基层治理工作月报', name: '', parts: part ? [part] : [freshPart('figures'), freshPart('table')] }
  const shown = preview.data
  const values = preview.variables
  return (
    <>
      <PageHeader title={report ? `修改“${report.name}”` : '新建报表'} back={{ to: '/bulletin?tab=report', words: '报表' }} hint="选好内容和抬头，按时自动制成；每期制成后还可以补写文字。" />
      <Form<Definition> form={form} name="bulletin" layout="vertical" className={`panel ${styles.make}`} requiredMark={requiredMark} initialValues={initial} scrollToFirstError={{ focus: true }} onFinish={() => void submit()}>
        <div className={styles.pair}>
          <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={30} placeholder="如 治理月报" /></Form.Item>
          {!report && <Form.Item name="area" label="哪里的报表" rules={officeOnly}><AreaSelect deepest="community" placeholder="街道或社区" /></Form.Item>}
          <Form.Item name="rhythm" label="周期" rules={[{ required: true }]}><Select options={Object.entries(bulletinRhythm).map(([value, label]) => ({ value, label }))} /></Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="heading" label="刊头标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}><Input maxLength={40} /></Form.Item>
          <Form.Item name="office" label="发文单位" rules={[{ required: true, whitespace: true, message: '请填写发文单位' }]}><Input maxLength={40} placeholder="如 临河街道办事处" /></Form.Item>
          <Form.Item name="mark" label="期号前的字" extra="如“临街治”，印成：临街治〔2026〕第 1 期。"><Input maxLength={12} /></Form.Item>
          <Form.Item name="isRed" valuePropName="checked" className={styles.box}><Checkbox>套红（标题和横线用红色）</Checkbox></Form.Item>
        </div>
        <Form.Item name="before" label="正文前的话" extra="每期先带上这些话，制成后可以改。"><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
        <Form.Item name="parts" label="内容" required rules={[{ validator: async (_, parts?: Part[]) => { const fault = faultOf(parts ?? []); if (fault) throw new Error(fault) } }]}><PartsField /></Form.Item>
        <Form.Item name="after" label="正文后的话"><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" />}
        <div className={styles.send}><Button type="primary" htmlType="submit" loading={isBusy}>保存</Button><Button loading={preview.isPending} onClick={() => void look()}>预览</Button><Button onClick={() => void navigate('/bulletin?tab=report')}>取消</Button></div>
      </Form>
      {shown && values && <section className={styles.preview} aria-label="预览"><ContentView content={shown.content} number={null} subject={`${shown.content.areaName}　${periodWords(values.rhythm, shown)}`} day={periodWords('day', { from: today, until: addDays(today, 1) })} before={values.before ?? ''} after={values.after ?? ''} sources={[]} /></section>}
    </>
  )
}

function faultOf(parts: readonly Part[]): string | undefined {
  if (parts.length === 0) return '请至少加一部分内容'
  const at = parts.findIndex((part) => part.title.trim() === '' || ('codes' in part && part.codes.length === 0))
  if (at < 0) return new Set(parts.map(({ title }) => title.trim())).size < parts.length ? '各部分的标题不能相同' : undefined
  return `请填写第 ${at + 1} 部分的标题，选好指标`
}

/** 临河街道 → 临河街道办事处, 示范桥社区 → 示范桥社区居民委员会: as papers are headed. */
function useOfficeName(area: string): string | undefined {
  const mine = myAreas(useMe()).find(({ path }) => path === area)?.name
  const parent = isAreaPath(area) ? parentOf(area) : undefined
  const rows = useAsk('organisation', 'areas', { parent: parent ?? '/' }, { isWanted: mine === undefined && parent !== undefined }).data?.rows
  const name = (mine ?? rows?.find(({ path }) => path === area)?.name)?.split(' ').pop()
  return name === undefined ? undefined : name.endsWith('街道') ? `${name}办事处` : name.endsWith('社区') ? `${name}居民委员会` : name
}
