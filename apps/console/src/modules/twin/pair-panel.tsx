import { App, Button } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useKeys } from '../../parts/keys.ts'
import { Answer } from '../../parts/states.tsx'
import { firstChoice, mergeOf } from './choice.ts'
import type { Chosen, Compared, Twin } from './choice.ts'
import { PairTable } from './pair-table.tsx'
import styles from './twin.module.css'

interface PairPanelProps { row: Twin, done: () => void }

/** One pair side by side, and what can be decided of it. */
export function PairPanel({ row, done }: PairPanelProps) {
  const query = useAsk('person', 'compare', { one: row.one.id, other: row.other.id }, { isLogged: true })
  return <section className={`panel ${styles.pair}`} aria-label="并排比对"><Answer query={query}>{(pair) => row.status === 'open' ? <Open row={row} pair={pair} done={done} /> : <Decided row={row} pair={pair} done={done} />}</Answer></section>
}

function Open({ row, pair, done }: PairPanelProps & { pair: Compared }) {
  const [chosen, choose] = useState<Chosen>(() => firstChoice(pair))
  const act = useActs(row, done)
  const merge = () => pair.mayMerge && !act.isBusy && act.merge(mergeOf(pair, chosen))
  const tellApart = () => row.mayTellApart && !act.isBusy && act.tellApart()
  useKeys({ 1: () => choose({ ...chosen, keep: 'one' }), 2: () => choose({ ...chosen, keep: 'other' }), m: merge, x: tellApart })
  const left = pair.fields.filter(({ isDiffering }) => isDiffering).length
  return (
    <>
      <PairTable pair={pair} chosen={chosen} choose={pair.mayMerge ? choose : undefined} />
      <footer className={styles.acts}>
        <span className={styles.told}>{pair.hindrance ?? (left === 0 ? '没有互相矛盾的内容，合并后两边的内容都保留。' : `${left} 项不一致，请逐项选择保留哪一个；没有选的仍在原记录里，可查可撤销。`)}</span>
        {pair.mayMerge && <span className={styles.keys}>j k 上下一对 · 1 2 选保留 · x 不是同一人 · m 合并</span>}
        {row.mayTellApart && <Button aria-keyshortcuts="x" title="快捷键 x" loading={act.isBusy} onClick={tellApart}>不是同一人</Button>}
        {pair.mayMerge && <Button type="primary" aria-keyshortcuts="m" title="快捷键 m" loading={act.isBusy} onClick={merge}>合并，保留{chosen.keep === 'one' ? '左边' : '右边'}</Button>}
      </footer>
    </>
  )
}

function Decided({ row, pair, done }: PairPanelProps & { pair: Compared }) {
  const act = useActs(row, done)
  const undo = () => !act.isBusy && (row.status === 'merged' ? row.merge !== null && act.unmerge(row.merge) : act.lookAgain())
  useKeys({ u: undo })
  const mayUndo = row.status === 'different' || row.merge !== null
  return (
    <>
      <PairTable pair={pair} />
      <footer className={styles.acts}>
        <span className={styles.told}>{row.decidedBy ?? '系统'}{row.status === 'merged' ? '已将两条合并。撤销后两条都恢复原样，合并后另外改过的内容保留。' : '已确认这是两个人，不会再提示。'}</span>
        {mayUndo && pair.one.mayEdit && <Button aria-keyshortcuts="u" title="快捷键 u" loading={act.isBusy} onClick={undo}>{row.status === 'merged' ? '撤销合并' : '撤回，重新核对'}</Button>}
      </footer>
    </>
  )
}

/** What is decided is said with a way back, as long as the message stands; afterwards it is undone from the lists of what was decided. */
function useActs(row: Twin, done: () => void) {
  const { message } = App.useApp()
  const [merge, unmerge, tellApart, lookAgain] = [useTell('person', 'merge', ['person', 'twin', 'housing']), useTell('person', 'unmerge', ['person', 'twin', 'housing']), useTell('twin', 'tellApart', ['twin', 'person']), useTell('twin', 'lookAgain', ['twin', 'person'])]
  const fail = (fault: Error) => void message.error(wordsOf(fault))
  const say = (words: string, undo?: () => void) => {
    const key = `twin-${row.id}`
    void message.success({ key, duration: undo ? 8 : 3, content: <>{words}{undo && <Button type="link" size="small" onClick={() => { message.destroy(key); undo() }}>撤销</Button>}</> })
    done()
  }
  // Undone from the message, the pair is no longer on the screen, and with it what is told to a mutation alone.
  const back = () => void lookAgain.mutateAsync({ id: row.id }).then(() => say('已撤回，回到待核对'), fail)
  const apart = (id: string) => void unmerge.mutateAsync({ merge: id }).then(() => say('已撤销合并，两条都恢复'), fail)
  return {
    isBusy: [merge, unmerge, tellApart, lookAgain].some(({ isPending }) => isPending),
    merge: (input: ReturnType<typeof mergeOf>) => merge.mutate(input, { onError: fail, onSuccess: ({ merge: id }) => say('已合并', () => apart(id)) }),
    tellApart: () => tellApart.mutate({ id: row.id }, { onError: fail, onSuccess: () => say('已记为不是同一人', back) }),
    lookAgain: back, unmerge: apart,
  }
}
