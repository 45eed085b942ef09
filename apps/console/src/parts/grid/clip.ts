/** The clipboard of spreadsheets: cells between tabs, rows between line ends; a cell with either, or with a quote at its beginning, stands in quotes. */
export function readClip(text: string): string[][] {
  const rows: string[][] = [[]]
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at <= body.length;) {
    const cell = cellAt(body, at)
    rows[rows.length - 1]!.push(cell.text)
    at = cell.end + 1
    if (body[cell.end] === '\n') rows.push([])
  }
  return rows
}

function cellAt(body: string, start: number): { text: string, end: number } {
  const quoted = body[start] === '"' ? /"((?:[^"]|"")*)"(?=[\t\n]|$)/y : undefined
  if (quoted) {
    quoted.lastIndex = start
    const match = quoted.exec(body)
    if (match) return { text: match[1]!.replace(/""/g, '"'), end: quoted.lastIndex }
  }
  const end = /[\t\n]|$/g
  end.lastIndex = start
  const { index } = end.exec(body)!
  return { text: body.slice(start, index), end: index }
}

export const writeClip = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.map(quotedWhereNeeded).join('\t')).join('\r\n')

const quotedWhereNeeded = (cell: string) => (/[\t\n\r]|^"/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)
