import { EditOutlined, EyeOutlined, RollbackOutlined } from '@ant-design/icons'
import type { Values } from '@linli/contract/words/index'
import { Alert, App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { PhotoInput, photoRules } from '../../parts/photo/photo-input.tsx'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { openValues, valueWords, writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { OneField } from '../record/form-parts.tsx'
import { Change } from '../record/history-panel.tsx'
import record from '../record/record.module.css'
import { RevealValue } from '../record/reveal-value.tsx'
import { privacyNote } from './enter-entry.tsx'
import type { Book, EntryView } from './logbook-view.ts'

/** One entry: what stands in it, its photos, and every change. */
export default function EntryPage() {
  const { id = '' } = useParams()
  const query = useAsk('logbook', 'get', { id })
  const book = useAsk('logbook', 'book', { id: query.data?.logbook ?? '' }, { isWanted: query.data !== undefined })
  return <Answer query={query}>{(one) => <Answer query={book}>{(of) => <Present key={one.id} one={one} book={of} />}</Answer>}</Answer>
}

function Present({ one, book }: { one: EntryView, book: Book }) {
  const [doing, setDoing] = useState<'change' | 'withdraw'>()
  const [revealed, setRevealed] = useState<FieldView>()
  const mayReveal = useMay('base.reveal')
  const { subject, withdrawn } = one
  const name = `${one.logbookName} ${one.day}`
  return (
    <>
      <PageHeader title={name} beside={withdrawn && <Mark tone="amber">已撤回</Mark>} back={{ to: `/logbook/${one.logbook}`, words: one.logbookName }} hint={<>{one.areaName} · {one.by} {whenExact(one.at)} 登记</>}
        actions={one.mayChange && <><Button icon={<RollbackOutlined aria-hidden />} onClick={() => setDoing('withdraw')}>撤回</Button><Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => setDoing('change')}>修改</Button></>} />
      {withdrawn && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={`${withdrawn.by} 于 ${whenExact(withdrawn.at)} 撤回：${withdrawn.reason}。不再出现在登记簿和台账里。`} />}
      <section className="panel" aria-labelledby="values">
        <h2 id="values" className="panel-title">登记内容</h2>
        <dl className={record.values}>
          {one.record && <div className={record.pair}><dt>{book.subjectLabel}</dt><dd><Link to={`/${one.record.kind}/${one.record.id}`}>{subject}</Link></dd></div>}
          {one.fields.map((field) => (
            <div key={field.name} className={field.type === 'longText' ? `${record.pair} ${record.wide}` : record.pair}>
              <dt>{field.label}</dt>
              <dd>{valueWords(field, one.values[field.name])}{field.isSensitive && mayReveal && (one.values[field.name] ?? null) !== null && <Button type="link" size="small" icon={<EyeOutlined aria-hidden />} aria-label={`查看完整的${field.label}`} onClick={() => setRevealed(field)} />}</dd>
            </div>
          ))}
        </dl>
        {one.photos.length > 0 && <div className="panel-body"><PhotoStrip photos={one.photos.map((id, at) => ({ id, words: `照片 ${at + 1}` }))} /></div>}
      </section>
      <section className="panel" aria-labelledby="history" style={{ marginTop: 12 }}>
        <h2 id="history" className="panel-title">变更记录</h2>
        <ol>{one.changes.map((row) => <Change key={row.no} row={row} fields={one.fields} />)}</ol>
      </section>
      <ChangeEntry one={one} book={book} isOpen={doing === 'change'} close={() => setDoing(undefined)} />
      <WithdrawEntry one={one} name={name} isOpen={doing === 'withdraw'} close={() => setDoing(undefined)} />
      <RevealValue kind="logbook" id={one.id} name={name} field={revealed} close={() => setRevealed(undefined)} />
    </>
  )
}

interface ActProps { one: EntryView, isOpen: boolean, close: () => void }

function ChangeEntry({ one, book, isOpen, close }: ActProps & { book: Book }) {
  const { message } = App.useApp()
  const { mutateAsync } = useTell('logbook', 'change')
  const send = async ({ photos = [], ...written }: Values & { photos?: string[] }) => {
    await mutateAsync({ id: one.id, revision: one.revision, values: writtenOf(book.fields, written, one.values), photos })
    void message.success('已保存')
    close()
  }
  return (
    <FormDrawer<Values & { photos?: string[] }> name="change-entry" title={`修改：${one.subject || one.logbookName}`} isOpen={isOpen} close={close} initial={openValues(book.fields, one.values)} submitWords="保存" send={send} under="values" note={privacyNote(book.note, book.fields)}>
      {book.fields.map((field) => <OneField key={field.name} field={field} before={one.values} />)}
      {book.hasPhotos && <Form.Item name="photos" label="照片" rules={photoRules}><PhotoInput sent={one.photos} /></Form.Item>}
    </FormDrawer>
  )
}

function WithdrawEntry({ one, name, isOpen, close }: ActProps & { name: string }) {
  const { message } = App.useApp()
  const { mutateAsync } = useTell('logbook', 'withdraw')
  const send = async ({ reason }: { reason: string }) => {
    await mutateAsync({ id: one.id, reason })
    void message.success('已撤回')
    close()
  }
  return (
    <FormDrawer<{ reason: string }> name="withdraw-entry" title={`撤回：${name}`} isOpen={isOpen} close={close} submitWords="撤回" isDanger send={send} note="撤回后不再出现在登记簿和台账里，谁在什么时候为什么撤回会留下记录。">
      <Form.Item name="reason" label="为什么撤回" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><Input maxLength={100} placeholder="如 重复登记、登错单位" /></Form.Item>
    </FormDrawer>
  )
}
