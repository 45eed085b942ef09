import { Words } from '#element'
import './tag.css'

export type Tone = 'calm' | 'going' | 'good' | 'soon' | 'wrong'

/** One word about a state. The word says it; the colour only helps. */
export function Tag({ words, tone = 'calm' }: { words: string, tone?: Tone }) {
  return <Words className={`tag tag--${tone}`}>{words}</Words>
}
