import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { call, wordsOf } from '../../kernel/call.ts'
import type { FieldView } from '../record/field.ts'
import styles from './housing.module.css'
import { useTakeUnit } from './unit.ts'
import type { UnitView } from './unit.ts'

/** What is noted most from the chart, written where it stands: how the unit is used, and a note. */
export function UnitQuick({ unit, fields }: { unit: UnitView, fields: FieldView[] }) {
  const { message } = App.useApp()
  const take = useTakeUnit()
  const [note, setNote] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [state, noted] = [fields.find(({ name }) => name === 'state'), fields.find(({ name }) => name === 'note')]
  const stands = (unit.values.note ?? '') as string
  const save = async (values: Record<string, string | null>) => {
    setBusy(true)
    try {
      take(await call('housing', 'change', { id: unit.id, revision: unit.revision, values }))
      void message.success('已保存')
      if ('note' in values) setNote(undefined)
    } catch (fault) {
      void message.error(wordsOf(fault))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={`panel ${styles.quick}`} aria-label="随手记">
      {state && <label>使用状态<Select value={(unit.values.state ?? null) as string | null} disabled={isBusy} onChange={(value) => void save({ state: value ?? null })} allowClear placeholder="待核实" options={state.options?.map(({ code, label }) => ({ value: code, label }))} /></label>}
      {noted && (
        <label>备注<Input.TextArea value={note ?? stands} disabled={isBusy} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={noted.max ?? 500} placeholder="如 敲门无人，邻居说出国探亲" onChange={({ target }) => setNote(target.value)} /></label>
      )}
      {note !== undefined && note.trim() !== stands && <div className={styles.quickDone}><Button type="primary" size="small" loading={isBusy} onClick={() => void save({ note: note.trim() || null })}>保存备注</Button><Button size="small" onClick={() => setNote(undefined)}>不改了</Button></div>}
    </section>
  )
}
