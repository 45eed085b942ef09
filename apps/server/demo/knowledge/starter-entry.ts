/** One answer of the starter set: what the knowledge base of an empty installation begins with, to be checked by the office. */
export interface StarterEntry {
  no: number
  category: string
  question: string
  similar: string[]
  short: string
  long: string
  steps: string[]
  materials: string[]
  entry: { kind: 'window' | 'phone' | 'link' | 'app', text: string }[]
  phone?: string
  audience?: string
  source?: { title: string, date: string }
  /** Code of the matter an event about it would have. */
  matter?: string
}

/** How the ways to get something done are written, by the first word of their line. */
const ways = { window: 'window', call: 'phone', link: 'link', app: 'app' } as const
const keys = new Set(['similar', 'short', 'long', 'steps', 'materials', 'phone', 'audience', 'source', 'matter', ...Object.keys(ways)])

/**
 * Entries of one category in their short writing, parted by empty lines: the first line is number and question, each further line a word and what it says;
 * the members of a list are parted by `|`, a document from its date by `|`. A line that says nothing known throws.
 */
export const entriesOf = (category: string, text: string): StarterEntry[] => text.trim().split(/\n\s*\n/).map((block) => entryOf(category, block.trim()))

function entryOf(category: string, block: string): StarterEntry {
  const [head, ...lines] = block.split('\n').map(parted)
  const said = (key: string) => lines.filter(([word]) => word === key).map(([, rest]) => rest)
  const unknown = lines.find(([word, rest]) => !keys.has(word) || rest === '')
  if (unknown !== undefined) throw new Error(`${category} ${head![0]}: ${unknown.join(' ')}`)
  const list = (key: string) => said(key).flatMap((rest) => rest.split('|'))
  const one = (key: string) => said(key).join('')
  const maybe = <Key extends string>(key: Key) => (one(key) === '' ? {} : { [key]: one(key) }) as Partial<Record<Key, string>>
  const [title, date] = list('source')
  return {
    no: Number(head![0]), category, question: head![1],
    similar: list('similar'), short: one('short'), long: one('long'), steps: list('steps'), materials: list('materials'),
    entry: lines.flatMap(([word, rest]) => (word in ways ? [{ kind: ways[word as keyof typeof ways], text: rest }] : [])),
    ...maybe('phone'), ...maybe('audience'), ...maybe('matter'), ...(title !== undefined && date !== undefined && { source: { title, date } }),
  }
}

/** A line's first word and the rest of it. */
function parted(line: string): [string, string] {
  const at = `${line} `.indexOf(' ')
  return [line.slice(0, at), line.slice(at + 1).trim()]
}
