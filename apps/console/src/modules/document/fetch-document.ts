import { Refusal } from '@linli/client'
import type { ProblemBody } from '@linli/contract'
import { noteStanding, ownPage } from '../../kernel/call.ts'

/** A paper's file; every look is kept with its purpose. Throws Refusal. */
export async function fetchDocument(id: string, purpose?: string): Promise<Blob> {
  const answer = await fetch('/api/document/file', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', ...ownPage }, body: JSON.stringify({ id, purpose }) })
  if (answer.ok) return answer.blob()
  const body = await answer.json().catch(() => null) as ProblemBody | null
  noteStanding(body)
  throw new Refusal(body ?? { type: 'about:blank', code: 'server.busy', status: answer.status, title: '没有打开，请检查网络后重试' })
}
