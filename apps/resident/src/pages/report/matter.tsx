import { useState } from 'react'
import type { Output } from '@linli/contract'
import { call } from '../../kernel/call.ts'
import { useLoad } from '../../kernel/load.ts'
import { back } from '../../kernel/route.ts'
import { Card, RowCard } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { FoldRow } from '../../parts/fold-row.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { changeDraft } from './draft.ts'
import { useSuggested } from './use-suggested.ts'

type Matter = Output<'matter', 'tree'>['rows'][number]

export default function MatterPage() {
  return (
    <Page title="选择类别">
      <EaseBar />
      <SignInGate why="登录后可以选择类别"><Directory /></SignInGate>
    </Page>
  )
}

/** The whole directory, group by group, or what has the words in its name or is meant by them. */
function Directory() {
  const { load, again } = useLoad(() => call('matter', 'tree', {}))
  const [text, setText] = useState('')
  return (
    <>
      <Card><TextField id="matter-words" label="查找" placeholder="例如：路灯、停车、噪音" value={text} maxLength={20} onChange={setText} /></Card>
      <Loaded load={load} again={again}>
        {({ rows }) => text.trim() === '' ? <Groups rows={rows} /> : <Found rows={rows} text={text.trim()} />}
      </Loaded>
    </>
  )
}

function Groups({ rows }: { rows: readonly Matter[] }) {
  const [open, setOpen] = useState<string | null>(null)
  const groups = rows.filter(({ isLeaf, code }) => !isLeaf && rows.some((row) => row.isLeaf && row.parent === code))
  return (
    <RowCard>
      {groups.map(({ code, name }) => (
        <FoldRow key={code} title={name} isOpen={open === code} onToggle={() => setOpen(open === code ? null : code)}>
          {rows.filter((row) => row.isLeaf && row.parent === code).map((row) => <Leaf key={row.code} matter={row} group={name} />)}
        </FoldRow>
      ))}
    </RowCard>
  )
}

function Found({ rows, text }: { rows: readonly Matter[], text: string }) {
  const [meant, setMeant] = useState<readonly string[]>([])
  useSuggested(text, 2, (hints) => setMeant(hints.map(({ code }) => code)))
  const groupOf = (matter: Matter) => rows.find(({ code }) => code === matter.parent)?.name ?? ''
  const found = rows.filter((row) => row.isLeaf && (row.name.includes(text) || groupOf(row).includes(text) || meant.includes(row.code)))
  if (found.length === 0) return <Card><Empty title="没有找到" words="换个说法试试，或者清空后在目录里选" /></Card>
  return <RowCard>{found.map((row) => <Leaf key={row.code} matter={row} group={groupOf(row)} withGroup />)}</RowCard>
}

function Leaf({ matter: { code, name }, group, withGroup = false }: { matter: Matter, group: string, withGroup?: boolean }) {
  const choose = () => {
    changeDraft({ matter: { code, name, path: `${group} / ${name}`, isOwn: true } })
    back()
  }
  return <ListRow title={name} note={withGroup ? group : undefined} onPress={choose} />
}
