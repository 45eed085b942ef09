import { useEffect, useState } from 'react'
import type { Output } from '@linli/contract'
import { eventStatus } from '@linli/contract/words/event.ts'
import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { useStore } from '../../kernel/store.ts'
import { momentWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { changeDraft, draft } from './draft.ts'

type Alike = Output<'event', 'similarMine'>['rows'][number]

/** The same thing was reported close by: one may go with it instead of making the office look twice. */
export function Nearby() {
  const { joins } = useStore(draft)
  const rows = useAlike()
  const joined = rows.find(({ id }) => id === joins)
  if (rows.length === 0) return null
  if (joined) {
    return (
      <Notice kind="good" isNews>
        {`提交后并入已有的“${joined.matter}”，办好后一并告诉您。`}
        <Button words="不是这件，单独上报" look="quiet" onPress={() => changeDraft({ joins: null })} />
      </Notice>
    )
  }
  return (
    <Card title="附近已有人上报">
      <Words as="p">如果是同一件事，可以并入，一起跟踪结果；您写的情况和照片也会一并交给办理人员。</Words>
      {rows.map((row) => (
        <Box key={row.id} className="nearby">
          <Words as="p" className="nearby__words">{`${row.matter}，${row.place}，相距约 ${row.metres} 米，${momentWords(row.reportedAt)}上报，${eventStatus[row.status]}`}</Words>
          <Button words="就是这件，并入" look="plain" isWide onPress={() => changeDraft({ joins: row.id })} />
        </Box>
      ))}
    </Card>
  )
}

const mostShown = 2

/** Asked when the matter and a point are known. Without an answer the report is made as ever. */
function useAlike(): Alike[] {
  const { matter, where } = useStore(draft)
  const [rows, setRows] = useState<Alike[]>([])
  const [code, lng, lat] = [matter?.code, where?.point?.lng, where?.point?.lat]
  useEffect(() => {
    let isLatest = true
    const show = (found: Alike[]) => { if (isLatest) setRows(found.slice(0, mostShown)) }
    if (code === undefined || lng === undefined || lat === undefined) show([])
    else call('event', 'similarMine', { matter: code, point: { lng, lat } }).then((answer) => show(answer.rows), () => show([]))
    return () => { isLatest = false }
  }, [code, lng, lat])
  return rows
}
