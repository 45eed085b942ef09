import { useEffect, useState } from 'react'
import { Words } from '#element'
import { Choice } from '../../parts/choice.tsx'
import { FieldGroup } from '../../parts/field.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { TextField } from '../../parts/text-field.tsx'
import type { Leaf } from './matter-rules.ts'
import type { Parcel } from './parcel.ts'
import { useMatters } from './use-matter.ts'

type MatterPickProps = { text: string, matter: Parcel['matter'], error?: string, onPick: (matter: Parcel['matter']) => void }

const mostFound = 8

/** What it is about: the first suggestion holds until another is tapped or looked up. */
export function MatterPick({ text, matter, error, onPick }: MatterPickProps) {
  const { leaves, hints } = useMatters(text)
  const [words, setWords] = useState('')
  const first = hints[0]
  useEffect(() => {
    if (first && !matter?.isOwn && first.code !== matter?.code) onPick({ code: first.code, name: first.name, isOwn: false })
  })
  const isAmong = !matter || hints.some(({ code }) => code === matter.code)
  const shown: Pick<Leaf, 'code' | 'name' | 'group'>[] = isAmong ? hints : [{ ...matter, group: '' }, ...hints.slice(0, 2)]
  const pick = ({ code, name }: Pick<Leaf, 'code' | 'name'>) => {
    onPick({ code, name, isOwn: true })
    setWords('')
  }
  const wanted = words.trim()
  const found = wanted === '' ? [] : leaves.filter(({ name, group }) => name.includes(wanted) || group.includes(wanted)).slice(0, mostFound)
  return (
    <>
      {shown.length > 0
        ? (
          <Choice
            id="matter" label="属于哪一类" error={error} value={matter?.code ?? null} options={shown.map(({ code, name, group }) => ({ value: code, words: name, note: group || undefined }))}
            onChange={(code) => { const one = shown.find((leaf) => leaf.code === code); if (one) pick(one) }}
          />
        )
        : <FieldGroup id="matter" label="属于哪一类" error={error}><Words as="p" className="staff__waiting">写下情况后会自动推荐，也可以在下面查找。</Words></FieldGroup>}
      <TextField id="matter-words" label="查找别的类别" isOptional placeholder="例如：路灯、停车" value={words} maxLength={20} onChange={setWords} />
      {found.map((leaf) => <ListRow key={leaf.code} title={leaf.name} note={leaf.group} onPress={() => pick(leaf)} />)}
      {wanted !== '' && found.length === 0 && <Words as="p" className="staff__waiting">没有找到，换个说法试试</Words>}
    </>
  )
}
