import type { Asked, Output } from '@linli/contract'
import { changeWords, indicatorBand, valueWords } from '@linli/contract/words/index'
import { Alert } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTell } from '../../kernel/ask.ts'
import styles from './indicator.module.css'

type Definition = Asked<'indicator', 'tryOut'>['definition']
type Tried = Output<'indicator', 'tryOut'>

/** What a definition would say now, for the office and each community. */
export function useTried(): { tryOut: (definition: Definition) => Promise<void>, isBusy: boolean, shown: ReactNode } {
  const ask = useTell('indicator', 'tryOut', [])
  const [tried, keep] = useState<{ definition: Definition, answer: Tried }>()
  const [wrong, complain] = useState<string>()
  const tryOut = async (definition: Definition) => {
    complain(undefined)
    try {
      keep({ definition, answer: await ask.mutateAsync({ definition }) })
    } catch (error) {
      keep(undefined)
      complain(error instanceof Error ? error.message : '没有算成')
    }
  }
  return { tryOut, isBusy: ask.isPending, shown: wrong ? <Alert type="error" role="alert" showIcon title={wrong} style={{ marginTop: 8 }} /> : tried && <Answered {...tried} /> }
}

function Answered({ definition: { scale }, answer: { formula, whole, rows, before } }: { definition: Definition, answer: Tried }) {
  return (
    <section className={`panel ${styles.tried}`} aria-label="试算结果" role="status">
      <p>{formula}</p>
      <p>{whole.name} <strong>{valueWords(whole, scale)}</strong>{whole.band && ` ${indicatorBand[whole.band]}`}，{changeWords({ value: whole.value, before, scale })}</p>
      <ul>{rows.map((row) => <li key={row.area}>{row.name} {valueWords(row, scale)}{row.band && ` ${indicatorBand[row.band]}`}</li>)}</ul>
    </section>
  )
}
