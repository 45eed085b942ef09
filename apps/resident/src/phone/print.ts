/** What a photo is made into: JPEG with lines of words at its foot, and no more bytes than this. */
export type Print = { lines: readonly string[], longestEdge: number, mostBytes: number }

type Size = { width: number, height: number }

/** What is used of a canvas' paper; the browser's and WeChat's are alike there. */
export type Paper = {
  fillStyle: unknown
  font: string
  textBaseline: unknown
  fillRect: (x: number, y: number, width: number, height: number) => void
  fillText: (text: string, x: number, y: number, maxWidth?: number) => void
}

/** How a photo is tried, the best first: what is still too large at the end is taken as it is. */
export const attempts = ({ longestEdge }: Print): { edge: number, quality: number }[] =>
  [[1, 0.82], [1, 0.68], [1, 0.55], [0.75, 0.6], [0.6, 0.5], [0.5, 0.4]].map(([share, quality]) => ({ edge: Math.round(longestEdge * share!), quality: quality! }))

/** As large as it is, or smaller. */
export function within({ width, height }: Size, edge: number): Size {
  const scale = Math.min(1, edge / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** White on a dark band at the foot, readable on any picture; a line that is too long is set narrower. */
export function stamp(paper: Paper, { width, height }: Size, lines: readonly string[]) {
  if (lines.length === 0) return
  const letter = Math.max(16, Math.round(Math.min(width, height) / 30))
  const line = Math.round(letter * 1.45)
  const band = line * lines.length + letter
  paper.fillStyle = 'rgba(0, 0, 0, 0.58)'
  paper.fillRect(0, height - band, width, band)
  paper.fillStyle = '#fff'
  paper.font = `${letter}px sans-serif`
  paper.textBaseline = 'top'
  lines.forEach((text, at) => paper.fillText(text, letter, height - band + letter / 2 + at * line, width - 2 * letter))
}
