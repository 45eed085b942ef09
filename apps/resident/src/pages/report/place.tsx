import { useEffect, useState } from 'react'
import { areaKind } from '@linli/contract/words/area.ts'
import type { Output } from '@linli/contract'
import { call } from '../../kernel/call.ts'
import type { Load } from '../../kernel/load.ts'
import { wordsOf } from '../../kernel/problem.ts'
import { back } from '../../kernel/route.ts'
import { Card, RowCard } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { Tag } from '../../parts/tag.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { changeDraft } from './draft.ts'

type Area = Output<'organisation', 'findAreas'>['rows'][number]

const pause = 300
const kinds = ['community', 'grid', 'building'] as const

export default function PlacePage() {
  return (
    <Page title="找地点">
      <EaseBar />
      <SignInGate why="登录后可以查找地点"><Search /></SignInGate>
    </Page>
  )
}

function Search() {
  const [text, setText] = useState('')
  const { load, again } = useFound(text.trim())
  return (
    <>
      <Card>
        <TextField
          id="place-words" label="小区、楼幢或社区的名称" hint="找不到时，先写社区，空一格再写楼幢" placeholder="例如：3幢" value={text} maxLength={40} onChange={setText}
        />
      </Card>
      {load && (
        <Loaded load={load} again={again}>
          {(rows) => rows.length === 0
            ? <Card><Empty icon="search" title="没有找到" words="换个写法试试，或者返回在地图上选" /></Card>
            : <RowCard>{rows.map((area) => <Found key={area.path} area={area} />)}</RowCard>}
        </Loaded>
      )}
    </>
  )
}

function Found({ area: { path, name, fullName, kind, centre } }: { area: Area }) {
  const choose = () => {
    // The middle of a building is the place; the middle of a grid is only its middle.
    changeDraft({ where: { point: kind === 'building' ? centre : null, area: path, name: fullName, note: null } })
    back()
  }
  return <ListRow title={name} note={fullName.split(' ').slice(0, -1).join(' ') || undefined} end={kind === 'building' ? undefined : <Tag words={areaKind[kind]} />} onPress={choose} />
}

/** Asked when the typing pauses; nothing before the first letter. */
function useFound(text: string): { load: Load<Area[]> | null, again: () => void } {
  const [tries, setTries] = useState(0)
  const [answer, setAnswer] = useState<{ to: string, load: Load<Area[]> } | null>(null)
  const question = `${tries} ${text}`
  useEffect(() => {
    if (text === '') return undefined
    let isLatest = true
    const show = (load: Load<Area[]>) => { if (isLatest) setAnswer({ to: question, load }) }
    const ask = () => call('organisation', 'findAreas', { text, kinds: [...kinds] })
      .then(({ rows }) => show({ state: 'ready', data: rows }), (reason: unknown) => show({ state: 'failed', words: wordsOf(reason) }))
    const timer = setTimeout(ask, pause)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [text, question])
  const load: Load<Area[]> = answer?.to === question ? answer.load : { state: 'loading' }
  return { load: text === '' ? null : load, again: () => setTries(tries + 1) }
}
