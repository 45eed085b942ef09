import { Box, Words } from '#element'
import { serverNow } from '../../kernel/clock.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Headed } from '../../parts/headed.tsx'
import { checkedWords, doorSteps, isAtDoor, isStale } from './door-rules.ts'
import type { DoorStep, Resident } from './door-rules.ts'
import type { Codes } from './door-seen.ts'
import { parcelTag } from './staff-row.tsx'
import { useMine } from './use-mine.ts'

type ResidentCardProps = { resident: Resident, codes: Codes, isAlone: boolean, onStep: (step: DoorStep, resident: Resident) => void }

/** Somebody who lives here, as far as one is told at a door, and what may be done about them. */
export function ResidentCard({ resident, codes, isAlone, onStep }: ResidentCardProps) {
  const { person, name, age, isHead, values, household, checkedAt } = resident
  const mine = useMine().filter(({ door, step, state }) => door?.person === person && step !== 'door.confirm' && (state === 'waiting' || state === 'refused'))
  const wordsOf = (field: string, code: unknown) => codes.fields.find((one) => one.name === field)?.options?.find((one) => one.code === code)?.label
  const role = codes.roles.find(({ code }) => code === resident.role)?.label
  const about = [wordsOf('sex', resident.sex), age === null ? undefined : `${age} 岁`, role, wordsOf('kinship', values.kinship), wordsOf('populationKind', values.populationKind)].filter(Boolean).join(' · ')
  const steps: DoorStep[] = ['door.change', 'door.moveOut', ...isAlone ? [] : ['door.relate' as const], ...household === null ? ['door.join' as const] : []]
  const waiting = mine[0]
  const tag = waiting && isAtDoor(waiting.step) ? { ...parcelTag(mine.some(({ state }) => state === 'refused')), words: `${doorSteps[waiting.step]}：${parcelTag(waiting.state === 'refused').words}` } : isHead ? { words: '户主' } : isStale(checkedAt, serverNow()) ? { words: '一年未核对', tone: 'soon' as const } : undefined
  return (
    <Card>
      <Headed look="card" words={name} tag={tag} />
      <Words as="p">{about}</Words>
      {[['电话', values.phone], ['证件', values.certificateNumber]].map(([label, value]) => <Words as="p" key={String(label)} className="staff__number">{`${String(label)}：${value ? String(value) : '没有登记'}`}</Words>)}
      <Words as="p" className="staff__number">{`上次核对${checkedWords(checkedAt)}`}</Words>
      {resident.mayEdit && <Box className="staff__acts">{steps.map((step) => <Button key={step} words={doorSteps[step].replace('登记', '')} look="plain" onPress={() => onStep(step, resident)} />)}</Box>}
    </Card>
  )
}
