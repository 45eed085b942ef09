import { specialKind } from '@linli/contract/words/index'
import { Button, Drawer, Watermark } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { useMe } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { useToday } from '../../parts/use-today.ts'
import { whenExact } from '../../parts/when.ts'
import { valueWords } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { PurposeItems, purposeOf } from '../record/purpose-items.tsx'
import type { Purposed } from '../record/purpose-items.tsx'
import record from '../record/record.module.css'
import { ChangeRecord, EndRecord } from './change-record.tsx'
import { purposes } from './special-view.ts'
import type { SpecialRow, SpecialView } from './special-view.ts'

/** Asks what for, then shows the whole record; it is forgotten when the window closes. */
export function OpenRecord({ row, close }: { row: SpecialRow | undefined, close: () => void }) {
  const [seen, setSeen] = useState<SpecialView>()
  const forget = () => {
    setSeen(undefined)
    close()
  }
  if (row && seen?.id === row.id) return <Shown one={seen} take={setSeen} close={forget} />
  return (
    <FormDrawer<Purposed> name="open-special" title={`打开${row?.name ?? ''}的档案`} isOpen={row !== undefined} close={forget} submitWords="打开" note="这是敏感个人信息。查看的人、时间和用途会记入审计。"
      send={async (told) => setSeen(await call('special', 'look', { id: row!.id, purpose: purposeOf(told) }))}>
      <PurposeItems usual={purposes} />
    </FormDrawer>
  )
}

function Shown({ one, take, close }: { one: SpecialView, take: (view: SpecialView) => void, close: () => void }) {
  const fields = useAsk('special', 'fields', { kind: one.kind }, { freshMs: longFresh }).data?.rows ?? []
  const [doing, setDoing] = useState<'change' | 'end'>()
  const isNarrow = useNarrow()
  const me = useMe()
  const today = useToday()
  const known = fields.filter(({ name }) => (one.values[name] ?? null) !== null)
  return (
    <Drawer title={<>{one.name}　{specialKind[one.kind]}</>} open onClose={close} size={isNarrow ? '100%' : 640}>
      <Watermark content={`${me.name} ${today}`} gap={[120, 90]} font={{ fontSize: 14, color: 'rgba(0, 0, 0, 0.07)' }}>
        <p className={record.head} style={{ marginBottom: 8 }}>
          {one.endedOn ? <Mark>{one.endedOn} 解除：{one.endedFor}</Mark> : <Mark tone="blue">登记中</Mark>}<span>{one.areaName}</span><Link to={`/person/${one.person}`}>人口档案</Link>
          {!one.endedOn && <span className={record.end}><Button size="small" onClick={() => setDoing('change')}>修改</Button><Button size="small" danger onClick={() => setDoing('end')}>解除登记</Button></span>}
        </p>
        <section className="panel" aria-label="登记内容">
          {known.length === 0 ? <p className="panel-body faint">还没有填写内容。</p> : <dl className={record.values} style={{ paddingTop: 10 }}>{known.map((field) => <Known key={field.name} field={field} one={one} />)}</dl>}
        </section>
        <Changes one={one} fields={fields} />
      </Watermark>
      <ChangeRecord one={one} fields={fields} isOpen={doing === 'change'} close={() => setDoing(undefined)} take={take} />
      <EndRecord one={one} isOpen={doing === 'end'} close={() => setDoing(undefined)} ended={close} />
    </Drawer>
  )
}

const Known = ({ field, one }: { field: FieldView, one: SpecialView }) => (
  <div className={field.type === 'longText' ? `${record.pair} ${record.wide}` : record.pair}><dt>{field.label}</dt><dd>{valueWords(field, one.values[field.name])}</dd></div>
)

/** When what was changed by whom, and what stood before. */
const Changes = ({ one, fields }: { one: SpecialView, fields: FieldView[] }) => (
  <section className="panel" aria-label="变更记录" style={{ marginTop: 12 }}>
    <h2 className="panel-title">变更记录</h2>
    <ol>
      {one.changes.map(({ no, at, by, fields: changed }) => (
        <li key={no} className={record.row}>
          <div className={record.head}><strong>{no === 1 ? '登记' : `改了 ${changed.length} 项`}</strong><span>{by}</span><time dateTime={at} className={`${record.when} ${record.end}`}>{whenExact(at)}</time></div>
          {no > 1 && <dl className={record.changes}>{changed.map(({ name, label, before }) => <div key={name} className={record.change}><dt>{label}</dt><dd><span className="faint">原为 </span>{before === null ? '空' : valueWords(fields.find((field) => field.name === name) ?? { type: 'text', options: null }, before)}</dd></div>)}</dl>}
        </li>
      ))}
    </ol>
  </section>
)
