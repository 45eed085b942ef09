export type CodeEntry = {
  code: string
  label: string
  /** Code of the group the entry belongs to. */
  parent?: string
  /** Letter code, where the standard gives one. */
  letters?: string
}

/** A code table as data: what is stored is `code`, what is shown is `label`. */
export type CodeTable = {
  name: string
  title: string
  /** The standard the table comes from. */
  standard: string
  /** Says so when the table could not be compared with the text of the standard. */
  note?: string
  entries: readonly CodeEntry[]
}

export const unverified = 'unverified: taken from practice, not compared with the text of the standard'

/** Entries from their plain writing: `10未婚 20已婚`. */
export function entriesOf(text: string): CodeEntry[] {
  return text.trim().split(/\s+/).map((entry) => {
    const match = /^([0-9]+)(.+)$/.exec(entry)
    return { code: match?.[1] ?? '', label: match?.[2] ?? '' }
  })
}

/** The same, with the round ten of a two-digit code as its group where the table has it: 21 belongs to 20. */
export function groupedEntriesOf(text: string): CodeEntry[] {
  const entries = entriesOf(text)
  return entries.map((entry) => {
    const group = `${entry.code.charAt(0)}0`
    const isMember = group !== entry.code && group !== '00' && entries.some(({ code }) => code === group)
    return isMember ? { code: entry.code, label: entry.label, parent: group } : entry
  })
}

/** The words for a code; nothing when the table does not have it. */
export function labelOf(table: CodeTable, code: string): string | undefined {
  return table.entries.find((entry) => entry.code === code)?.label
}

/** The code for the words, as an import needs it; nothing when the table does not have them. */
export function codeOfLabel(table: CodeTable, label: string): string | undefined {
  return table.entries.find((entry) => entry.label === label)?.code
}
