import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Mark } from '../../parts/mark.tsx'
import styles from './rule-list.module.css'
import { useDrag } from './use-drag.ts'
import { extrasOf, rateWords, sentenceOf, unitWords } from './rule-words.ts'
import type { Rule } from './rule-words.ts'
import type { Accuracy } from './use-accuracy.ts'

interface RuleListProps {
  label: string
  rules: Rule[]
  /** How each did in the last thirty days. */
  measured?: Accuracy[]
  acts?: Acts
}

/** What whoever keeps the rules may do with one. */
export interface Acts { move: (at: number, by: number) => void, change: (rule: Rule, at: number) => void, remove: (rule: Rule, at: number) => void }

/** Rules in their order, as sentences: the first that matches speaks. */
export function RuleList({ label, rules, measured, acts }: RuleListProps) {
  const drag = useDrag(acts?.move)
  return (
    <ol aria-label={label} className={styles.list}>
      {rules.map((rule, at) => (
        <li key={rule.id} className={`panel ${styles.rule} ${drag.isOver(at) ? styles.over : ''}`} {...drag.target(at)}>
          {acts
            ? <button type="button" className={`${styles.no} ${styles.handle}`} data-move={`${rule.id} 0`} aria-label={`第 ${at + 1} 条，拖动或按上下键调整顺序`} title="拖动调整顺序，也可以按 ↑ ↓" {...drag.handle(at)}>{at + 1}</button>
            : <span className={styles.no} aria-label={`第 ${at + 1} 条`}>{at + 1}</span>}
          <div>
            <p className={styles.when}>{sentenceOf(rule)}</p>
            <p className={styles.then}>
              <span>→ 派给 <span className={styles.unit}>{unitWords(rule)}</span></span>
              {extrasOf(rule).map((words) => <span key={words}>{words}</span>)}
              {rule.unit?.isActive === false && <Mark tone="amber">单位已停用，这条不起作用</Mark>}
              {isLastWord(rule) && at < rules.length - 1 && <Mark tone="amber">没有条件，后面的规则用不上</Mark>}
            </p>
            <Measured one={measured?.find((one) => one.rule === rule.id)} />
          </div>
          {acts && <Buttons {...acts} rule={rule} at={at} isLast={at === rules.length - 1} />}
        </li>
      ))}
    </ol>
  )
}

const Buttons = ({ move, change, remove, rule, at, isLast }: Acts & { rule: Rule, at: number, isLast: boolean }) => (
  <div className={styles.acts}>
    <Button size="small" data-move={`${rule.id} -1`} disabled={at === 0} icon={<ArrowUpOutlined aria-hidden />} aria-label={`第 ${at + 1} 条上移`} onClick={() => move(at, -1)} />
    <Button size="small" data-move={`${rule.id} 1`} disabled={isLast} icon={<ArrowDownOutlined aria-hidden />} aria-label={`第 ${at + 1} 条下移`} onClick={() => move(at, 1)} />
    <Button size="small" aria-label={`修改第 ${at + 1} 条`} onClick={() => change(rule, at)}>修改</Button>
    <Button size="small" danger aria-label={`去掉第 ${at + 1} 条`} onClick={() => remove(rule, at)}>去掉</Button>
  </div>
)

const isLastWord = (rule: Rule): boolean => sentenceOf(rule) === '所有事件' && rule.unit?.isActive !== false

const Measured = ({ one }: { one: Accuracy | undefined }) => one
  ? <p className={`faint ${styles.measured}`}>近 30 天首派 {one.sent} 件，首派准确率 {rateWords(one.rate)}，按建议派遣 {one.followed} 件</p>
  : null
