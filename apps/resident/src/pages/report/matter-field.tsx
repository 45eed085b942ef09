import { useState } from 'react'
import { Box, Words } from '#element'
import { go } from '../../kernel/route.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { FieldGroup } from '../../parts/field.tsx'
import { changeDraft, draft } from './draft.ts'
import type { ChosenMatter } from './draft.ts'
import { useSuggested } from './use-suggested.ts'
import type { Hint } from './use-suggested.ts'

/** Less says nothing. */
const fewestLetters = 4
const mostShown = 3

/** What it is about: suggested from the words, changed with a tap, or looked up in the directory. */
export function MatterField({ error }: { error?: string }) {
  const { description, matter } = useStore(draft)
  const hints = useHints(description)
  const options = optionsOf(hints, matter).map(({ code, name, path }) => ({ value: code, words: name, note: groupOf(path) }))
  const choose = (code: string) => {
    const chosen = optionsOf(hints, matter).find((one) => one.code === code)
    if (chosen) changeDraft({ matter: { code, name: chosen.name, path: chosen.path, isOwn: true } })
  }
  const field = { id: 'matter', label: '属于哪一类', error }
  return (
    <Box className="report__matter">
      {options.length > 0
        ? <Choice {...field} hint={hints.length > 0 ? '按您写的内容推荐，不对可以改' : undefined} options={options} value={matter?.code ?? null} onChange={choose} />
        : <FieldGroup {...field}><Words as="p" className="report__waiting">写下情况后会自动推荐，也可以自己选。</Words></FieldGroup>}
      <Button words={options.length > 0 ? '都不是，从目录里选' : '从目录里选'} look="plain" icon="list" isWide onPress={() => go('matter')} />
    </Box>
  )
}

/** 「街面秩序 / 无照游商」: what stands before the last stroke. */
const groupOf = (path: string) => path.split(' / ').slice(0, -1).join(' / ')

/** The suggestions, and before them what was looked up. */
function optionsOf(hints: readonly Hint[], matter: ChosenMatter | null): Pick<Hint, 'code' | 'name' | 'path'>[] {
  const isAmong = !matter || hints.some(({ code }) => code === matter.code)
  return isAmong ? [...hints] : [matter, ...hints.slice(0, mostShown - 1)]
}

/** The first suggestion holds until the person picks one. */
function useHints(description: string): Hint[] {
  const [hints, setHints] = useState<Hint[]>([])
  useSuggested(description.trim(), fewestLetters, (rows) => {
    const [first] = rows
    setHints(rows.slice(0, mostShown))
    if (!draft.get().matter?.isOwn) changeMatter(first ? { code: first.code, name: first.name, path: first.path, isOwn: false } : null)
  })
  return hints
}

function changeMatter(matter: ChosenMatter | null) {
  if (draft.get().matter?.code !== matter?.code) changeDraft({ matter })
}
