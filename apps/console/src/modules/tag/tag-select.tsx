import { Select } from 'antd'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'

interface TagSelectProps { area: string | undefined, value: string | undefined, onChange: (tag: string | undefined) => void }

/** The tags that may be used in an area, to filter a list by; nothing where there is none. */
export function TagSelect({ area, value, onChange }: TagSelectProps) {
  const home = myAreas(useMe())[0]?.path ?? '/'
  const rows = useAsk('tag', 'list', { area: area ?? home }, { freshMs: longFresh }).data?.rows ?? []
  // A tag that was retired since is still named in an address that was kept.
  const names = [...new Set([...rows.map(({ name }) => name), ...(value ? [value] : [])])]
  if (names.length === 0) return null
  return <Select allowClear aria-label="标签" placeholder="标签" style={{ width: 130 }} showSearch options={names.map((name) => ({ value: name, label: name }))} value={value} onChange={(tag?: string) => onChange(tag)} />
}
