import { useState } from 'react'
import { useLoad } from '../../kernel/load.ts'
import { back } from '../../kernel/route.ts'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Card } from '../../parts/card.tsx'
import { Button } from '../../parts/button.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import type { Point } from '../../phone/phone.ts'
import { changeDraft, draft } from '../report/draft.ts'
import type { Where } from '../report/draft.ts'
import { Picker } from './picker.tsx'
import { askTown } from './use-town.ts'
import './map.css'

/** Our own map, from our own data: no address goes to anybody else. The spot under the pin is the place. */
export default function MapPage() {
  return (
    <Page title="在地图上选" isWide>
      <SignInGate why="登录后可以在地图上选地点"><Map /></SignInGate>
    </Page>
  )
}

function Map() {
  const [around, setAround] = useState(() => draft.get().where?.point ?? null)
  const { load, again, put } = useLoad(() => askTown(around))
  /** Where the person stands may be in another sub-district. */
  const goTo = async (point: Point) => {
    put(await askTown(point))
    setAround(point)
  }
  const pick = (where: Where) => {
    changeDraft({ where })
    back()
  }
  return (
    <Loaded load={load} again={again}>
      {(town) => town.isEmpty
        ? <Card><Empty icon="map" title="这里还没有地图" words="请返回，按小区、楼幢名称找" action={<Button words="返回" look="plain" onPress={back} />} /></Card>
        : <Picker key={town.area} town={town} around={around} onGo={goTo} onPick={pick} />}
    </Loaded>
  )
}
