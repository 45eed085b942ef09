import type { Output } from '@linli/contract'
import { Box, Words } from '#element'
import { Choice } from '../../parts/choice.tsx'

export type Side = Output<'doorstep', 'beside'>['fields'][number]

type BesideProps = { id: string, sides: readonly Side[], kept: readonly string[], onKeep: (kept: string[]) => void }

/** Both sides of each field; of those that differ one is chosen, `kept` are those where what is registered stays. What is empty there is filled. */
export function Beside({ id, sides, kept, onKeep }: BesideProps) {
  const choose = (name: string, isKept: boolean) => onKeep(isKept ? [...kept, name] : kept.filter((one) => one !== name))
  return (
    <Box>
      {sides.map(({ name, label, mine, present, isDiffering }) => isDiffering
        ? (
          <Choice
            key={name} id={`${id}-${name}`} label={`${label}不一样`} value={kept.includes(name) ? 'present' : 'mine'} onChange={(one) => choose(name, one === 'present')}
            options={[{ value: 'mine', words: mine, note: '您写的' }, { value: 'present', words: present ?? '没有登记', note: '已登记的' }]}
          />
        )
        : <Words as="p" key={name} className="staff__waiting">{`${label}：${mine}（${present === null ? '档案里没有，补上' : '一样'}）`}</Words>)}
    </Box>
  )
}
