import { EyeOutlined } from '@ant-design/icons'
import type { RecordKind, Values } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { isAsked, partsOf, valueWords } from './field.ts'
import type { FieldView, PartView } from './field.ts'
import styles from './record.module.css'

interface ValuesPanelProps { kind: RecordKind, fields: FieldView[], values: Values, actions?: ReactNode, reveal?: (field: FieldView) => void }

/** All that is known of a record, part by part; what is not known is listed below in one line, so that the page is about what is. */
export function ValuesPanel({ kind, fields, values, actions, reveal }: ValuesPanelProps) {
  const parts = partsOf(kind, fields).filter((part) => isAsked(part, values))
  return (
    <section className="panel" aria-labelledby="values">
      <h2 id="values" className="panel-title">登记信息{actions && <span className={styles.bar}>{actions}</span>}</h2>
      {parts.map((part) => <KnownPart key={part.name} part={part} isAlone={parts.length === 1} values={values} reveal={reveal} />)}
    </section>
  )
}

/** `isAlone`: the title of the panel says all that its own would. */
interface KnownPartProps { part: PartView, isAlone: boolean, values: Values, reveal: ValuesPanelProps['reveal'] }

function KnownPart({ part, isAlone, values, reveal }: KnownPartProps) {
  const [isWhole, setWhole] = useState(false)
  const isKnown = ({ name }: FieldView) => (values[name] ?? null) !== null
  const unknown = part.fields.filter((field) => !isKnown(field))
  const shown = isWhole ? part.fields : part.fields.filter(isKnown)
  return (
    <>
      {!isAlone && <h3 className={styles.sub}>{part.title}</h3>}
      <dl className={styles.values} style={isAlone ? { paddingTop: 10 } : undefined}>
        {shown.map((field) => (
          <div key={field.name} className={field.type === 'longText' ? `${styles.pair} ${styles.wide}` : styles.pair}>
            <dt>{field.label}</dt>
            <dd>{valueWords(field, values[field.name])}{reveal && field.isSensitive && isKnown(field) && <Button type="link" size="small" icon={<EyeOutlined aria-hidden />} aria-label={`查看完整的${field.label}`} title={`查看完整的${field.label}`} onClick={() => reveal(field)} />}</dd>
          </div>
        ))}
        {!isWhole && unknown.length > 0 && (
          <div className={`${styles.pair} ${styles.wide}`}><dt>未登记</dt><dd className="faint">{unknown.map(({ label }) => label).join('、')} <Button type="link" size="small" onClick={() => setWhole(true)}>展开<span className="hidden">{part.title}的全部项目</span></Button></dd></div>
        )}
      </dl>
    </>
  )
}
