import { intakeKind } from '@linli/contract/words/index'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import type { Look } from './intake-view.ts'
import styles from './intake.module.css'

/** Which sheet, which header, which column is what: as recognised, and to be set right. */
export function ColumnPanel({ batch }: { batch: Look }) {
  const [sheet, setSheet] = useState(batch.sheet)
  const [header, setHeader] = useState(`${batch.row}/${batch.depth}`)
  const [role, setRole] = useState(batch.role)
  const [kind, setKind] = useState(batch.kind)
  const [names, setNames] = useState(() => new Map(batch.columns.map(({ at, name }) => [at, name])))
  const read = useTell('intake', 'read')
  const isSame = sheet === batch.sheet && kind === batch.kind && header === `${batch.row}/${batch.depth}`
  const unknown = batch.columns.filter(({ name }) => name === null).length
  const send = () => {
    const [row = 1, depth = 1] = header.split('/').map(Number)
    read.mutate({ id: batch.id, sheet, role, ...!batch.isReturned && { kind }, ...sheet === batch.sheet && { header: { row, depth } }, columns: isSame ? [...names].map(([at, name]) => ({ at, name })) : [] })
  }
  return (
    <details className={`panel ${styles.said}`} open={batch.columns.every(({ name }) => name === null)}>
      <summary className={`panel-title ${styles.opens}`}>列的对应<span className="faint">认出 {batch.columns.length - unknown} 列{unknown > 0 && `，${unknown} 列不导入`}</span></summary>
      <div className={`panel-body ${styles.stack}`}>
        <div className={styles.row}>
          {!batch.isReturned && <label className={styles.field}>内容是<Select value={kind} onChange={setKind} options={Object.entries(intakeKind).filter(([value]) => value !== 'household').map(([value, label]) => ({ value: value as typeof kind, label }))} /></label>}
          <label className={styles.field}>工作表<Select value={sheet} onChange={setSheet} options={batch.sheets.map(({ name, isHidden }, at) => ({ value: at, label: isHidden ? `${name}（隐藏）` : name }))} /></label>
          <label className={styles.field}>标题行<Select value={header} onChange={setHeader} disabled={sheet !== batch.sheet} options={headersOf(batch)} /></label>
          {kind === 'person' && !batch.isReturned && <label className={styles.field}>没写居住关系的按<Select value={role} onChange={setRole} options={batch.roles.map(({ code, label }) => ({ value: code, label }))} /></label>}
        </div>
        {isSame && (
          <ul className={styles.columns} aria-label="各列">
            {batch.columns.map(({ at, title }) => (
              <li key={at}><label className={styles.field}><span className={styles.title}>{title}</span>
                <Select allowClear placeholder="不导入" value={names.get(at) ?? undefined} onChange={(name?: string) => setNames(new Map(names).set(at, name ?? null))} options={optionsFor(batch, names, at)} showSearch={{ optionFilterProp: 'label' }} /></label></li>
            ))}
          </ul>
        )}
        {read.error && <Alert type="error" showIcon role="alert" title={wordsOf(read.error)} />}
        <div><Button loading={read.isPending} onClick={send}>按此重新读取</Button> <span className="faint">改过的对应会记住，下次同名的列照此识别。重新读取从原文件开始，在表格里改过的格子不保留。</span></div>
      </div>
    </details>
  )
}

const words = (cells: readonly string[]) => cells.filter((cell) => cell !== '').slice(0, 4).join('、').slice(0, 40)
/** A header takes one row, or two of which the upper groups. */
function headersOf({ head, row, depth }: Look) {
  const options = head.flatMap(({ no, cells }) => [{ value: `${no}/1`, label: `第 ${no} 行：${words(cells)}` }, { value: `${no}/2`, label: `第 ${no}、${no + 1} 行（两行标题）：${words(cells)}` }])
  return options.some(({ value }) => value === `${row}/${depth}`) ? options : [{ value: `${row}/${depth}`, label: `第 ${row} 行` }, ...options]
}

/** What another column is already taken for is not offered twice. */
const optionsFor = ({ fields }: Look, names: ReadonlyMap<number, string | null>, at: number) => {
  const taken = new Set([...names].filter(([other]) => other !== at).map(([, name]) => name))
  return fields.filter(({ name }) => !taken.has(name)).map(({ name, label }) => ({ value: name, label }))
}
