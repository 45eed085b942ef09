import { PlusOutlined } from '@ant-design/icons'
import { specialKind } from '@linli/contract/words/index'
import type { SpecialKind, Values } from '@linli/contract/words/index'
import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { longFresh, useAsk, useTell } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { whenWords } from '../../parts/when.ts'
import { writtenOf } from '../record/field.ts'
import { OneField } from '../record/form-parts.tsx'
import record from '../record/record.module.css'
import { openFields } from './change-record.tsx'
import { OpenRecord } from './open-record.tsx'
import type { SpecialRow } from './special-view.ts'

/** On a person's page, for who is named for it: in which restricted groups they are, and the way in. Nothing where none is switched on. */
export function PersonSpecial({ record: { id, name } }: { record: RecordSubject }) {
  const { data } = useAsk('special', 'of', { person: id }, { isLogged: true })
  const [opened, setOpened] = useState<SpecialRow>()
  const [isAdding, setAdding] = useState(false)
  if (!data || data.kinds.length + data.rows.length === 0) return null
  const free = data.kinds.filter((kind) => !data.rows.some((row) => row.kind === kind && row.endedOn === null))
  return (
    <section className="panel" aria-labelledby="specials">
      <h2 id="specials" className="panel-title">特殊人群（受限）<span className={record.bar}>{free.length > 0 && <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>登记</Button>}</span></h2>
      {data.rows.length === 0 ? <p className="panel-body faint">没有登记。只有被授权的人看得到这一栏。</p> : (
        <ul>
          {data.rows.map((row) => (
            <li key={row.id} className={row.endedOn === null ? record.row : `${record.row} ${record.past}`}>
              <div className={record.head}><Mark tone={row.endedOn === null ? 'purple' : 'plain'}>{specialKind[row.kind]}</Mark><span className={record.when}>{row.endedOn ? `${row.endedOn} 解除` : `${whenWords(row.enteredAt)} 登记`}</span><span className={record.end}><Button size="small" onClick={() => setOpened(row)} aria-label={`打开档案：${specialKind[row.kind]}`}>打开档案</Button></span></div>
            </li>
          ))}
        </ul>
      )}
      <Enter person={id} name={name} kinds={free} isOpen={isAdding} close={() => setAdding(false)} />
      <OpenRecord row={opened} close={() => setOpened(undefined)} />
    </section>
  )
}

interface Written extends Values { kind: SpecialKind }

function Enter({ person, name, kinds, isOpen, close }: { person: string, name: string, kinds: readonly SpecialKind[], isOpen: boolean, close: () => void }) {
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<SpecialKind>()
  const kind = chosen && kinds.includes(chosen) ? chosen : kinds[0]
  const fields = openFields(useAsk('special', 'fields', { kind: kind ?? 'released' }, { isWanted: isOpen && kind !== undefined, freshMs: longFresh }).data?.rows ?? [])
  const { mutateAsync } = useTell('special', 'enter')
  const send = async (written: Values) => {
    await mutateAsync({ person, kind: kind!, values: writtenOf(fields, written) })
    void message.success('已登记')
    close()
  }
  return (
    <FormDrawer<Written> name="enter-special" title={`登记${name}`} isOpen={isOpen} close={close} initial={{ kind }} submitWords="登记" send={send} under="values" note="内容整体加密保存，只有被授权的人看得到；每次查看都会留下记录。">
      <Form.Item name="kind" label="类别" rules={[{ required: true }]}><Select options={kinds.map((value) => ({ value, label: specialKind[value] }))} onChange={setChosen} /></Form.Item>
      {fields.map((field) => <OneField key={`${kind} ${field.name}`} field={field} before={{}} />)}
    </FormDrawer>
  )
}
