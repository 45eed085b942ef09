import { momentWords } from '../../kernel/time.ts'
import { Notice } from '../../parts/notice.tsx'

/** What is shown is what the server said then. */
export function Since({ since }: { since: number | null }) {
  if (since === null) return null
  return <Notice kind="soon" isNews>{`现在连不上网，显示的是${momentWords(new Date(since).toISOString())} 的内容。可以照常办理，联网后自动发送。`}</Notice>
}
