import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Box, Words } from '#element'
import { serverNow } from '../../kernel/clock.ts'
import { useSend } from '../../kernel/send.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Headed } from '../../parts/headed.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { sheetFor } from './box.ts'
import { settledUnits } from './door-deliver.ts'
import { DoorForm } from './door-form.tsx'
import { isNewUnit, newUnits } from './door-new.ts'
import { ResidentCard } from './door-resident.tsx'
import { checkedWords, isAtDoor, isStale } from './door-rules.ts'
import type { Door, DoorStep, DoorUnit, Resident } from './door-rules.ts'
import { askCodes, askDoor, askDoors, buildingName, codesName } from './door-seen.ts'
import type { Building, Codes } from './door-seen.ts'
import { ParcelCard } from './parcel-card.tsx'
import { Since } from './since.tsx'
import { StaffPage } from './staff-page.tsx'
import { useMine } from './use-mine.ts'
import { useSeen } from './use-seen.ts'
import { postNow } from './use-sheet.ts'

export default function StaffDoor() {
  const { area = '', name = '', housing = '' } = useRouter().params
  return <StaffPage title="入户登记"><OneDoor area={decodeURIComponent(area)} name={decodeURIComponent(name)} housing={housing} /></StaffPage>
}

/** One door: who lives behind it, what was written here and is on its way, and what may be done. */
function OneDoor({ area, name, housing: asked }: { area: string, name: string, housing: string }) {
  const housing = useStore(settledUnits)[asked] ?? asked
  const { load, since, again } = useSeen<Building>(buildingName(area), () => isNewUnit(housing) ? askDoors(area, name) : askDoor(area, name, housing))
  const added = newUnits(useMine(), area)
  const codes = useSeen<Codes>(codesName, () => askCodes(area))
  return (
    <>
      <Since since={since} />
      <Loaded load={load} again={again}>
        {({ units, people }) => {
          const unit = [...units, ...added].find(({ id }) => id === housing)
          return unit
            ? <Loaded load={codes.load} again={codes.again}>{(known) => <Behind unit={unit} building={area} name={name} people={people.filter((one) => one.housing === housing)} codes={known} />}</Loaded>
            : <Card><Empty title="没有这一户" words="可能已经拆除，或不在您的辖区" /></Card>
        }}
      </Loaded>
    </>
  )
}

type BehindProps = { unit: DoorUnit, building: string, name: string, people: readonly Resident[], codes: Codes }
type Doing = { step: DoorStep, resident?: Resident }

function Behind({ unit, building, name, people, codes }: BehindProps) {
  const held = useMine().filter(({ door }) => door?.housing === unit.id)
  const draft = held.find(({ state }) => state === 'draft')
  const begun: Doing | null = draft && isAtDoor(draft.step) ? { step: draft.step, resident: people.find(({ person }) => person === draft.door?.person) } : null
  const [chosen, setChosen] = useState<Doing | null | undefined>(undefined)
  const doing = chosen === undefined ? begun : chosen
  const doorFor = (step: DoorStep, resident?: Resident): Door => ({
    id: `${resident?.person ?? unit.id}.${step}`, title: `${unit.address}${resident ? ` ${resident.name}` : ''}`, building, name, housing: unit.id, ...(resident && { person: resident.person, residency: resident.residency, revision: resident.revision }),
  })
  const { isSending, send } = useSend()
  const confirm = () => send(() => postNow(sheetFor({ event: null, whistle: null, step: 'door.confirm', door: { ...doorFor('door.confirm'), people: people.map(({ person }) => person) } })))
  const isConfirming = held.some(({ step, state }) => step === 'door.confirm' && state === 'waiting')
  return (
    <>
      <Card>
        <Headed words={unit.address} tag={isNewUnit(unit.id) ? { words: '等门牌登记', tone: 'soon' } : isStale(unit.checkedAt, serverNow()) ? { words: '一年未核对', tone: 'soon' } : undefined} />
        <Words as="p" className="staff__number">{isNewUnit(unit.id) ? '门牌送到后，在这里写的接着送' : `${people.length === 0 ? '没有登记住户' : `登记 ${people.length} 人`}，上次核对${checkedWords(unit.checkedAt)}`}</Words>
        {!doing && (
          <Box className="staff__go">
            {!isNewUnit(unit.id) && <Button words={people.length === 0 ? '没有人住，核对无变化' : '核对无变化'} icon="done" isWide isDisabled={isConfirming} isBusy={isSending} onPress={() => { void confirm() }} />}
            <Button words="登记住户" look="plain" icon="plus" isWide onPress={() => setChosen({ step: 'door.enter' })} />
          </Box>
        )}
      </Card>
      {held.filter(({ state }) => state !== 'draft').map((parcel) => <ParcelCard key={parcel.id} parcel={parcel} isAtEvent />)}
      {doing && <DoorForm key={`${doing.step}${doing.resident?.person}`} step={doing.step} door={doorFor(doing.step, doing.resident)} codes={codes} people={people} resident={doing.resident} onPosted={() => setChosen(null)} onClose={() => setChosen(null)} />}
      {!doing && people.map((resident) => <ResidentCard key={resident.residency} resident={resident} codes={codes} isAlone={people.length < 2} onStep={(step, whom) => setChosen({ step, resident: whom })} />)}
    </>
  )
}
