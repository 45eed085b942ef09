import { Refusal } from '@linli/client'
import type { ProblemBody } from '@linli/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { noteStanding, ownPage, wordsOf } from '../../kernel/call.ts'
import { save } from '../../parts/download.ts'

/** Takes a file that may be taken, and says how much of it has come. */
export function useTake() {
  const [words, setWords] = useState<string>()
  const { message } = App.useApp()
  const client = useQueryClient()
  const take = async (id: string) => {
    setWords('正在准备')
    try {
      const { name, content } = await fetchFile(id, (bytes) => setWords(`已收 ${(bytes / 1e6).toFixed(1)} MB`))
      save(name, content)
      void message.success('已下载')
    } catch (fault) {
      void message.error(fault instanceof Refusal ? wordsOf(fault) : '网络中断，没有收完；十分钟内可以重新下载')
    } finally {
      setWords(undefined)
      void client.invalidateQueries({ queryKey: ['ledger'] })
    }
  }
  return { take, words }
}

async function fetchFile(id: string, tell: (bytes: number) => void): Promise<{ name: string, content: Blob }> {
  const answer = await fetch('/api/ledger/file', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', ...ownPage }, body: JSON.stringify({ id }) })
  if (!answer.ok || !answer.body) {
    const said = await answer.json() as ProblemBody
    noteStanding(said)
    throw new Refusal(said)
  }
  const parts: BlobPart[] = []
  let bytes = 0
  const reader = answer.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    tell(bytes += part.value.length)
  }
  const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '台账.xlsx')
  return { name, content: new Blob(parts, { type: answer.headers.get('content-type') ?? '' }) }
}
