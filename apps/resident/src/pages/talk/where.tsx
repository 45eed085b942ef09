import { useEffect, useState } from 'react'
import type { Output } from '@linli/contract'
import { call } from '../../kernel/call.ts'
import { wordsOf } from '../../kernel/problem.ts'
import { warn } from '../../kernel/toast.ts'
import { Card, RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Empty } from '../../parts/state.tsx'
import { TextField } from '../../parts/text-field.tsx'

type Area = Output<'organisation', 'findAreas'>['rows'][number]

const pause = 300

/** Which community: by the beginning of its name, or by that of an estate or building in it. */
export function Where({ isFirst = false, onChosen }: { isFirst?: boolean, onChosen: (area: string) => void }) {
  const [text, setText] = useState('')
  const [rows, setRows] = useState<Area[] | null>(null)
  useEffect(() => {
    if (text.trim() === '') return undefined
    let isLatest = true
    const timer = setTimeout(() => {
      call('organisation', 'findAreas', { text: text.trim(), kinds: ['community', 'grid', 'building'] }).then(({ rows: found }) => { if (isLatest) setRows(found) }, (reason: unknown) => warn(wordsOf(reason)))
    }, pause)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [text])
  return (
    <>
      <Card title={isFirst ? '您住在哪个社区？' : undefined}>
        <TextField id="where-words" label="社区、小区或楼幢的名称" hint={isFirst ? '各社区的安排不一样，选好以后就可以提问' : undefined} value={text} maxLength={40} onChange={setText} />
      </Card>
      {text.trim() !== '' && rows && (rows.length === 0
        ? <Card><Empty icon="search" title="没有找到" words="换个写法试试" /></Card>
        : <RowCard>{rows.map(({ path, name, fullName }) => <ListRow key={path} title={name} note={fullName === name ? undefined : fullName} onPress={() => onChosen(path)} />)}</RowCard>)}
    </>
  )
}
