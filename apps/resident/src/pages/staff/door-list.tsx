import { useState } from 'react'
import { Box, Press, Words } from '#element'
import { serverNow } from '../../kernel/clock.ts'
import { go } from '../../kernel/route.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { DoorForm } from './door-form.tsx'
import { isNewUnit, newUnits } from './door-new.ts'
import { entrancesOf, floorsOf, isStale, unitWords } from './door-rules.ts'
import type { DoorUnit } from './door-rules.ts'
import { askCodes, askDoors, buildingName, codesName } from './door-seen.ts'
import type { Building, Codes } from './door-seen.ts'
import { ParcelCard } from './parcel-card.tsx'
import { Since } from './since.tsx'
import { useMine } from './use-mine.ts'
import { useSeen } from './use-seen.ts'
import './door.css'

/** The doors of a building, entrance by entrance and floor by floor. A door that is not among them is added where one stands before it, with a network or without. */
export function Doors({ area, name }: { area: string, name: string }) {
  const { load, since, again } = useSeen<Building>(buildingName(area), () => askDoors(area, name))
  // Behind the doors there may be no network: what is chosen from there is asked for here.
  useSeen<Codes>(codesName, () => askCodes(area))
  const mine = useMine()
  const [added, held] = [newUnits(mine, area), mine.filter(({ step, door }) => step === 'door.addUnit' && door?.building === area)]
  const [isAdding, setAdding] = useState<boolean | undefined>(undefined)
  const close = () => setAdding(false)
  if (isAdding ?? held.some(({ state }) => state === 'draft')) return <DoorForm step="door.addUnit" door={{ id: `${area}door.addUnit`, title: name, name, building: area, housing: '' }} codes={noCodes} people={[]} onPosted={close} onClose={close} />
  return (
    <>
      <Since since={since} />
      {held.filter(({ state }) => state === 'refused').map((parcel) => <ParcelCard key={parcel.id} parcel={parcel} isAtEvent />)}
      <Loaded load={load} again={again}>
        {({ units }) => (
          <>
            {units.length + added.length === 0 ? <Card><Empty title="这幢楼还没有登记房屋" words="请补登门牌，或在电脑上的工作台里批量登记" /></Card> : <Entrances area={area} name={name} units={[...units, ...added]} />}
            <Box className="staff__more"><Button words="没有这个门牌，补登" look="plain" icon="plus" isWide onPress={() => setAdding(true)} /></Box>
          </>
        )}
      </Loaded>
    </>
  )
}

const noCodes: Codes = { fields: [], roles: [], reasons: [] }

function Entrances({ area, name, units }: { area: string, name: string, units: readonly DoorUnit[] }) {
  const entrances = entrancesOf(units)
  const [chosen, setChosen] = useState(entrances[0]!)
  const entrance = entrances.includes(chosen) ? chosen : entrances[0]!
  const held = useMine()
  return (
    <Card>
      {entrances.length > 1 && <Choice id="entrance" label="单元" look="chips" options={entrances.map((one) => ({ value: one, words: one === '' ? '不分单元' : `${one} 单元` }))} value={entrance} onChange={setChosen} />}
      {floorsOf(units, entrance).map(({ floor, units: doors }) => (
        <Box key={floor} className="door__floor">
          <Words as="p" className="door__level">{floor === '' ? '不知道楼层' : `${floor} 层`}</Words>
          <Box className="door__units">
            {doors.map((unit) => (
              <Press key={unit.id} className="door__unit" onPress={() => go('staffDoor', { area, name, housing: unit.id })}>
                <Words className="door__room">{unitWords(unit)}</Words>
                <Words className="door__about">{[isNewUnit(unit.id) ? '等门牌登记' : unit.people === 0 ? '没有登记' : `${unit.people} 人`, ...isStale(unit.checkedAt, serverNow()) ? ['一年未核对'] : [], ...held.some(({ door }) => door?.housing === unit.id) ? ['没发完'] : []].join(' · ')}</Words>
              </Press>
            ))}
          </Box>
        </Box>
      ))}
    </Card>
  )
}
