import { sandFormula, sandQuestion } from '@linli/contract/words/index'
import type { SandLevel, SandQuestion } from '@linli/contract/words/index'
import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../kernel/call.ts'
import type { Row, Unit } from './colour.ts'

/** What may be chosen to colour by. `key` stands in the address. */
export interface Question { key: string, title: string, formula: string, unit: Unit, ask: (area: string, level: SandLevel) => { key: readonly unknown[], answer: () => Promise<{ rows: Row[] }> } }

const unitOf = (question: SandQuestion): Unit => question === 'lived' ? 'count' : 'share'

/** Counted by the sand table itself, community by community. */
const own = Object.entries(sandQuestion).map(([name, title]): Question => {
  const question = name as SandQuestion
  return {
    key: name, title, formula: sandFormula[question], unit: unitOf(question),
    ask: (area, level) => ({ key: ['sandtable', 'values', { question, area, level }], answer: () => call('sandtable', 'values', { question, area, level }) }),
  }
})

export function useQuestions(): readonly Question[] {
  return own
}

const freshMs = 5 * 60_000
const none: readonly string[] = []

/** The rows of all these areas, as far as they have come. */
export function useValues(question: Question, areas: readonly string[], level: SandLevel, isWanted = true): { rows: Row[], isWaiting: boolean } {
  const queries = (isWanted ? areas : none).map((area) => {
    const { key, answer } = question.ask(area, level)
    return { queryKey: key, queryFn: answer, staleTime: freshMs }
  })
  const { parts, isWaiting } = useQueries({ queries, combine: together })
  const mark = parts.map((part) => part?.mark ?? 0).join()
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the mark stands for the parts, which are made anew with every look
  return useMemo(() => ({ rows: parts.flatMap((part) => part?.rows ?? []), isWaiting }), [mark, question.key, level, isWaiting, areas])
}

const together = (results: UseQueryResult<{ rows: Row[] }>[]) => ({ parts: results.map(({ data, dataUpdatedAt }) => data && { rows: data.rows, mark: dataUpdatedAt }), isWaiting: results.some(({ isPending }) => isPending) })
