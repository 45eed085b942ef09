import { machineLabel } from '@linli/contract/words/reception.ts'
import { Box, Press, Words } from '#element'
import { momentWords } from '../../kernel/time.ts'
import { Icon } from '../../parts/icon.tsx'
import { PhotoRow } from '../../parts/photo-row.tsx'
import { TurnCard } from './cards.tsx'
import type { Talking, Turn } from './use-talk.ts'

const nameOf = ({ by, name }: Turn) => (by === 'resident' ? '我' : by === 'machine' ? machineLabel : `社工 ${name ?? ''}`.trim())

/** One thing said: mine to the right, the others' to the left with who says it. */
export function TurnBox({ turn, talking, isOver }: { turn: Turn, talking: Talking, isOver: boolean }) {
  const { no, by, text, cards, photos, at, isHelpful } = turn
  const hasAnswer = cards.some((card) => card.kind === 'answer')
  return (
    <Box as="li" id={`turn-${no}`} className={by === 'resident' ? 'turn turn--mine' : 'turn'}>
      <Words as="p" className="turn__who">{`${nameOf(turn)} · ${momentWords(at)}`}</Words>
      <Box className="turn__box">
        {text !== '' && <Words as="p" className="turn__text">{text}</Words>}
        {photos.length > 0 && <PhotoRow title="图片" ids={photos} />}
        {cards.map((card) => <TurnCard key={card.kind} card={card} talking={talking} isOver={isOver} />)}
        {hasAnswer && by === 'machine' && (
          <Box className="turn__judge" role="group" label="这条答案有用吗">
            <Judge words="有用" isOn={isHelpful === true} onPress={() => { void talking.judge(no, true) }} />
            <Judge words="没用" isOn={isHelpful === false} onPress={() => { void talking.judge(no, false) }} />
          </Box>
        )}
      </Box>
    </Box>
  )
}

function Judge({ words, isOn, onPress }: { words: string, isOn: boolean, onPress: () => void }) {
  return <Press className={isOn ? 'turn__mark turn__mark--on' : 'turn__mark'} isOn={isOn} onPress={onPress}>{isOn && <Icon name="done" />}<Words>{words}</Words></Press>
}
