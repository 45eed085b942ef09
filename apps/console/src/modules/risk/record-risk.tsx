import { careKinds, placeKinds, warningRole } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { codeOf } from '../../kernel/call.ts'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { ColourTag } from './risk-tags.tsx'
import { warningAddress, whyAddress } from './risk-view.ts'
import type { Whole } from './risk-view.ts'
import styles from './risk.module.css'

/** On the page of a building, home, enterprise or thing: its colour and why. */
export function PlaceRisk({ record: { kind: of, id } }: { record: RecordSubject }) {
  const kind = placeKinds.find((one) => one === of)!
  const query = useAsk('risk', 'subject', { kind, id })
  return (
    <section className="panel" aria-labelledby="risk">
      <h2 id="risk" className="panel-title">风险</h2>
      <div className="panel-body"><Answer query={query} isSmall>{(whole) => <Brief whole={whole} />}</Answer></div>
    </section>
  )
}

/** Of people asked for only when somebody wants to know, because every look is written down. */
export function CareRisk({ record: { kind: of, id } }: { record: RecordSubject }) {
  const kind = careKinds.find((one) => one === of)!
  const [isWanted, setWanted] = useState(false)
  const query = useAsk('risk', 'careSubject', { kind, id }, { isWanted, isLogged: true })
  return (
    <section className="panel" aria-labelledby="risk">
      <h2 id="risk" className="panel-title">风险</h2>
      <div className="panel-body">
        {!isWanted ? <p><Button size="small" onClick={() => setWanted(true)}>查看风险分值</Button> <span className="faint">只有关爱对象有分值；查看会留下记录。</span></p>
          : codeOf(query.error) === 'not-found' ? <p className="faint">{kind === 'person' ? '不是关爱对象，不计算风险分值。' : '户内没有关爱对象，不计算风险分值。'}</p> : <Answer query={query} isSmall>{(whole) => <Brief whole={whole} />}</Answer>}
      </div>
    </section>
  )
}

function Brief({ whole }: { whole: Whole }) {
  const open = whole.warnings.find(({ state }) => state === 'open')
  if (whole.parts.length === 0 && whole.warnings.length === 0) return <p className="faint">没有风险规则给它计分。</p>
  return (
    <>
      <p className={styles.name}><ColourTag colour={whole.colour} words={`${whole.score} 分`} /><Link to={whyAddress(whole)}>看原因和记录</Link></p>
      <ul className={styles.reasons}>{whole.parts.map((part) => <li key={part.rule}>{part.name}：{part.value} {part.unit}</li>)}</ul>
      {open && <p><Link to={warningAddress(open)}>预警待处置</Link> <span className="faint">{warningRole[open.role]} {whenWords(open.dueAt)} 前</span></p>}
    </>
  )
}
