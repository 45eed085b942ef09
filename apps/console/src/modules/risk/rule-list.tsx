import { riskKind } from '@linli/contract/words/index'
import { Button } from 'antd'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { fewWords } from './risk-view.ts'
import type { KindRule, Rule } from './risk-view.ts'
import { alone, byKind, conditionsOf, dutiesOf, limitsOf, pointsOf } from './rule-words.ts'
import styles from './risk.module.css'

export interface Acts { change: (rule: Rule) => void, toggle: (rule: Rule) => void, remove: (rule: Rule) => void, changeKind: (kind: KindRule) => void }

/** Rules as sentences, by what they are of, with how their warnings came out in the last ninety days. */
export function RuleList({ rules, kinds, acts, isMeasured = false }: { rules: Rule[], kinds: KindRule[], acts?: Acts, isMeasured?: boolean }) {
  const factors = useAsk('risk', 'factors', {}, { freshMs: longFresh }).data?.rows ?? []
  const groups = useAsk('dictionary', 'entries', { table: 'careGroup' }, { freshMs: longFresh }).data?.rows ?? []
  const outcomes = useAsk('risk', 'outcomes', { days: 90 }, { isWanted: isMeasured }).data?.rows ?? []
  const groupName = (code: string) => groups.find((one) => one.code === code)?.label ?? code
  return byKind(rules, kinds).map(({ kind, kindRule, rules: some }) => (
    <section key={kind} aria-labelledby={`rules-${kind}`}>
      <h2 id={`rules-${kind}`} className={styles.group}>{riskKind[kind]}{acts && <Button size="small" aria-label={`设置${riskKind[kind]}的颜色和处置`} onClick={() => acts.changeKind(kindRule)}>颜色和处置</Button>}</h2>
      <p className={styles.small}>{limitsOf(kindRule)}。{dutiesOf(kindRule)}。</p>
      <ul className={styles.rules} aria-label={`${riskKind[kind]}的规则`}>
        {some.map((rule) => {
          const factor = factors.find(({ key }) => key === rule.factor)
          const outcome = outcomes.find((one) => one.rule === rule.id)
          return (
            <li key={rule.id} className={`panel ${styles.rule} ${rule.isOn ? '' : styles.off}`}>
              <div>
                <p className={styles.then}><strong>{rule.name}</strong>{!rule.isOn && <Mark>没有启用</Mark>}<span className="faint">负责：{rule.owner}</span></p>
                <p>{factor?.label ?? rule.factor}（{conditionsOf(rule, groupName)}）：{pointsOf(rule)}{alone(rule) && `；${alone(rule)}`}</p>
                <p className={styles.small}>{factor?.words}{rule.note && ` ${rule.note}`}</p>
                {outcome && <p className={styles.small}>近 90 天预警 {fewWords(outcome.warned)} 次：已处置 {fewWords(outcome.disposed)}，误报 {fewWords(outcome.mistaken)}，转为事件 {fewWords(outcome.events)}；30 天后回看 {fewWords(outcome.measured)} 次，好转 {fewWords(outcome.better)} 次</p>}
              </div>
              {acts && <div className={styles.then}><Button size="small" aria-label={`修改“${rule.name}”`} onClick={() => acts.change(rule)}>修改</Button><Button size="small" aria-label={`${rule.isOn ? '停用' : '启用'}“${rule.name}”`} onClick={() => acts.toggle(rule)}>{rule.isOn ? '停用' : '启用'}</Button><Button size="small" danger aria-label={`去掉“${rule.name}”`} onClick={() => acts.remove(rule)}>去掉</Button></div>}
            </li>
          )
        })}
        {some.length === 0 && <li className="faint">没有规则</li>}
      </ul>
    </section>
  ))
}
