import type { Output } from '@linli/contract'
import { twinReason } from '@linli/contract/words/twin'
import { useState } from 'react'
import { Box, Words } from '#element'
import { useLoad } from '../../kernel/load.ts'
import { useSend } from '../../kernel/send.ts'
import { staffCall } from '../../kernel/staff.ts'
import { momentWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Headed } from '../../parts/headed.tsx'
import { Loaded } from '../../parts/state.tsx'
import { alter, drop, postAgain } from './box.ts'
import { valuesIn } from './door-rules.ts'
import { Beside } from './door-beside.tsx'
import type { Side } from './door-beside.tsx'
import { flush } from './flush.ts'
import type { Parcel } from './parcel.ts'
import './door.css'

type Alike = Output<'person', 'alike'>['rows'][number]
type Change = Side & { by: string, at: string }
type More = { people?: Alike[], person?: string, revision?: number, changes?: Change[] }

/** What the server found as it arrived, for the person to decide: somebody who may be the same, or who is; a value that somebody else changed. Nothing was written. */
export function DoorDecide({ parcel }: { parcel: Parcel }) {
  const { refused, step } = parcel
  const { people, person, revision, changes } = (refused?.more ?? {}) as More
  if (step === 'door.enter' && refused?.code === 'base.person-alike' && people) return <Twins parcel={parcel} people={people} />
  if (step === 'door.enter' && refused?.code === 'base.person-exists' && person) return <Same parcel={parcel} person={person} />
  if (step === 'door.enter' && refused?.code === 'base.person-elsewhere') return <Elsewhere parcel={parcel} />
  if (step === 'door.change' && changes && revision !== undefined) return <Overtaken parcel={parcel} revision={revision} changes={changes} />
  return null
}

/** Decided: it goes out again under another name, since it says something else now. */
async function sendDecided(id: string, change: (parcel: Parcel) => Partial<Parcel>) {
  await alter(id, change)
  await postAgain(id)
  await flush()
}

function Twins({ parcel, people }: { parcel: Parcel, people: readonly Alike[] }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const { isSending, send } = useSend()
  const apart = () => send(() => sendDecided(parcel.id, ({ door }) => ({ door: door && { ...door, isNot: people.map(({ id }) => id) } })))
  return (
    <Box className="door__decide">
      <Choice
        id={`twin-${parcel.id}`} label="是其中的哪一位？" value={chosen} onChange={setChosen}
        options={people.map((one) => ({ value: one.id, words: `${one.name}${one.age === null ? '' : `，${one.age} 岁`}，${one.address ?? one.areaName}`, note: `姓名相近、${one.reasons.map((reason) => twinReason[reason]).join('、')}${one.phone ? ` · ${one.phone}` : ''}${one.number ? ` · ${one.number}` : ''}` }))}
      />
      {chosen && <Same key={chosen} parcel={parcel} person={chosen} />}
      <Box className="staff__go"><Button words="都不是，登记为另一个人" look="plain" isWide isBusy={isSending} onPress={() => { void apart() }} /></Box>
    </Box>
  )
}

/** Side by side with the record they have already; what differs is chosen field by field, and nobody is written twice. */
function Same({ parcel, person }: { parcel: Parcel, person: string }) {
  const { load, again } = useLoad(() => staffCall('doorstep', 'beside', { person, values: valuesIn(parcel.told) }))
  const [kept, setKept] = useState<readonly string[]>([])
  const [stays, setStays] = useState<'yes' | 'no'>('no')
  const { isSending, send } = useSend()
  const merge = (revision: number) => send(() => sendDecided(parcel.id, ({ door, told }) => ({
    told: Object.fromEntries(Object.entries(told).filter(([name]) => !kept.includes(name))), door: door && { ...door, is: { person, revision, leavesOthers: stays === 'no' } },
  })))
  return (
    <Loaded load={load} again={again}>
      {({ name, revision, fields, homes }) => (
        <Box className="door__decide">
          <Headed look="part" words={`并入${name}的档案`} />
          <Beside id={parcel.id} sides={fields} kept={kept} onKeep={setKept} />
          {homes.some(({ housing }) => housing !== parcel.door?.housing) && (
            <Choice id={`stays-${parcel.id}`} label={`${homes.map(({ address }) => address).join('、')}，还住吗？`} look="chips" options={[{ value: 'no', words: '已搬离' }, { value: 'yes', words: '还住' }]} value={stays} onChange={setStays} />
          )}
          <Box className="staff__go"><Button words="是同一个人，并入" isWide isBusy={isSending} onPress={() => { void merge(revision) }} /></Box>
        </Box>
      )}
    </Loaded>
  )
}

/** Another community keeps them: that one is asked, and nothing of theirs is told. */
function Elsewhere({ parcel }: { parcel: Parcel }) {
  const { isSending, send } = useSend()
  const ask = () => send(() => sendDecided(parcel.id, ({ told }) => ({ step: 'door.transfer', told: { ...told, reason: '入户登记时本人在住' } })))
  return <Box className="door__decide"><Button words="申请迁入，由登记的社区同意" isWide isBusy={isSending} onPress={() => { void ask() }} /></Box>
}

function Overtaken({ parcel, revision, changes }: { parcel: Parcel, revision: number, changes: readonly Change[] }) {
  const [kept, setKept] = useState<readonly string[]>([])
  const { isSending, send } = useSend()
  const rest = Object.entries(parcel.told).filter(([name, text]) => text.trim() !== '' && !kept.includes(name))
  const decide = () => send(() => rest.length === 0 ? drop(parcel.id) : sendDecided(parcel.id, ({ door }) => ({ told: Object.fromEntries(rest), door: door && { ...door, revision } })))
  const last = changes[0]
  return (
    <Box className="door__decide">
      {last && <Words as="p" className="staff__waiting">{`${last.by} ${momentWords(last.at)} 改过`}</Words>}
      <Beside id={parcel.id} sides={changes} kept={kept} onKeep={setKept} />
      <Box className="staff__go"><Button words={rest.length === 0 ? '都保留现在的，不再提交' : '按选的提交'} isWide isBusy={isSending} onPress={() => { void decide() }} /></Box>
    </Box>
  )
}
