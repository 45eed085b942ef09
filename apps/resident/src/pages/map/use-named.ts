import { useEffect, useState } from 'react'
import { wordsOf } from '../../kernel/problem.ts'
import type { Point } from '../../phone/phone.ts'
import type { Where } from '../report/draft.ts'
import { whereOf } from '../report/where.ts'

const pause = 350

type Named = { where: Where | null, words: string }

/** What the point is called, asked when it rests; `words` tell that, or what they told before, or why it cannot be taken. */
export function useNamed({ lng, lat }: Point): Named {
  const [answer, setAnswer] = useState<Named & { to: string }>({ to: '', where: null, words: '正在查找…' })
  const question = `${lng} ${lat}`
  useEffect(() => {
    let isLatest = true
    const show = (named: Named) => { if (isLatest) setAnswer({ to: question, ...named }) }
    const ask = () => whereOf({ lng, lat }, null).then((where) => show({ where, words: where.name }), (reason: unknown) => show({ where: null, words: wordsOf(reason) }))
    const timer = setTimeout(ask, pause)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [lng, lat, question])
  return answer.to === question ? answer : { where: null, words: answer.words }
}
