import { logbookAbout } from '@linli/contract/words/index'
import type { LogbookAbout } from '@linli/contract/words/index'
import { Alert, App, Button, Checkbox, Form, Input, Select } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { requiredMark } from '../../parts/form/form-drawer.tsx'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { officeOnly, useOffice } from '../organisation/use-office.ts'
import { ColumnsField } from './columns-field.tsx'
import styles from './logbook.module.css'
import { columnsTold, draftsOf, faultOfColumns, freshColumn } from './logbook-view.ts'
import type { Book, ColumnDraft } from './logbook-view.ts'

/** A logbook is set by clicking: from nothing, from one that comes with the platform, or one's own changed. */
export default function MakePage() {
  const [params] = useSearchParams()
  const [id, template] = [params.get('id') ?? undefined, params.get('template') ?? undefined]
  const from = id ?? template
  const query = useAsk('logbook', 'book', { id: from ?? '' }, { isWanted: from !== undefined })
  if (from === undefined) return <Make />
  return <Answer query={query}>{(book) => <Make key={book.id} book={book} isNew={id === undefined} />}</Answer>
}

interface Written { area: string, name: string, about: LogbookAbout, subjectLabel?: string, purpose: string, note?: string, hasPhotos?: boolean, columns: ColumnDraft[] }

const subjectLabels: Readonly<Record<LogbookAbout, string>> = { none: '对象', place: '地点', enterprise: '单位', housing: '房屋', thing: '部件' }

function Make({ book, isNew = true }: { book?: Book, isNew?: boolean }) {
  const [form] = Form.useForm<Written>()
  const office = useOffice()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [save, mayLook] = [useTell('logbook', 'save', ['logbook', 'ledger']), useMay('base.view')]
  const { submit, isBusy, complaint } = useSubmit(form, async ({ columns, subjectLabel, note, hasPhotos, ...rest }: Written) => {
    const { id } = await save.mutateAsync({
      ...rest, ...(book && !isNew && { id: book.id, revision: book.revision, area: book.area }), ...(book && isNew && { template: book.id }), ...(book && { about: book.about }),
      subjectLabel: subjectLabel || subjectLabels[book?.about ?? rest.about], note: note ?? '', hasPhotos: hasPhotos ?? false, columns: columnsTold(columns),
    })
    void message.success(isNew ? '已启用，可以登记了' : '已保存')
    void navigate(mayLook ? `/logbook/${id}` : '/logbook')
  })
  // Who works above the sub-districts has one all the same, where there is only one.
  useEffect(() => {
    if (isNew && office !== undefined && form.getFieldValue('area') === undefined) form.setFieldValue('area', office)
  }, [form, isNew, office])
  const about = Form.useWatch('about', form) ?? book?.about ?? 'place'
  const initial: Partial<Written> = book
    ? { area: isNew ? office : book.area, name: book.name, about: book.about, subjectLabel: book.subjectLabel, purpose: book.purpose, note: book.note, hasPhotos: book.hasPhotos, columns: draftsOf(book.columns) }
    : { area: office, about: 'place', hasPhotos: true, columns: [freshColumn('new-1')] }
  return (
    <>
      <PageHeader title={!book ? '新建登记簿' : isNew ? `启用“${book.name}”` : `设置“${book.name}”`} back={{ to: '/logbook', words: '登记簿' }} hint="每条登记都有日期和登记人，下面设其余的栏目。" />
      <Form<Written> form={form} name="logbook" layout="vertical" className={`panel ${styles.make}`} requiredMark={requiredMark} initialValues={initial} scrollToFirstError={{ focus: true }} onFinish={() => void submit()}>
        <div className={styles.pair}>
          <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={30} placeholder="如 消防安全检查" /></Form.Item>
          {isNew && <Form.Item name="area" label="给谁用" extra="选街道则各社区都登记在这一本里，选社区则只有该社区用。" rules={officeOnly}><AreaSelect deepest="community" placeholder="街道或社区" /></Form.Item>}
          <Form.Item name="about" label="每条登记关于什么" extra={book ? '启用后不能改。' : '选企业、房屋、部件的，登记会出现在它的档案页上。'} rules={[{ required: true }]}><Select disabled={book !== undefined} options={Object.entries(logbookAbout).map(([value, label]) => ({ value, label }))} /></Form.Item>
          {about !== 'none' && <Form.Item name="subjectLabel" label="这一栏叫什么"><Input maxLength={12} placeholder={`如 ${subjectLabels[about]}`} /></Form.Item>}
        </div>
        <Form.Item name="purpose" label="登记目的" rules={[{ required: true, whitespace: true, message: '请填写登记目的' }]}><Input maxLength={200} placeholder="如 掌握隐患，督促整改" /></Form.Item>
        <Form.Item name="note" label="给登记人的提醒"><Input maxLength={200} placeholder="登记时显示在最上面" /></Form.Item>
        <Form.Item name="hasPhotos" valuePropName="checked"><Checkbox>登记时可以附照片</Checkbox></Form.Item>
        <Alert type="info" showIcon style={{ marginBottom: 12 }} title="登记簿不是人员名单：个人信息在人口档案里登记。确实要记的（如犬主电话）设为敏感，加密保存、打码显示。" />
        <Form.Item name="columns" label="栏目" required rules={[{ validator: async (_, columns?: ColumnDraft[]) => { const fault = faultOfColumns(columns ?? []); if (fault) throw new Error(fault) } }]}><ColumnsField /></Form.Item>
        {!isNew && <p className="faint">去掉的栏不再登记，原来登记的内容照样看得到。</p>}
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" />}
        <div className={styles.send}><Button type="primary" htmlType="submit" loading={isBusy}>{isNew ? '启用' : '保存'}</Button><Button onClick={() => void navigate('/logbook')}>取消</Button></div>
      </Form>
    </>
  )
}
