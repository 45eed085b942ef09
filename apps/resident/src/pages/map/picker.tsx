import { useRef } from 'react'
import { Box, Press, Words } from '#element'
import { isElder } from '../../kernel/elder.ts'
import { here } from '../../kernel/place.ts'
import { useSend } from '../../kernel/send.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { Point } from '../../phone/phone.ts'
import type { Where } from '../report/draft.ts'
import { Buildings, Ground, Names, Pin } from './drawing.tsx'
import { withScale, zoomed } from './ground.ts'
import { useNamed } from './use-named.ts'
import { useSize } from './use-size.ts'
import { nearEnough, useBuildings } from './use-town.ts'
import type { Town } from './use-town.ts'
import { near, useView } from './use-view.ts'

/** px a metre from which the names of buildings have room. */
const readable = 1.5

type PickerProps = {
  town: Town
  /** Where to begin, instead of with the whole town. */
  around: Point | null
  onGo: (point: Point) => Promise<void>
  onPick: (where: Where) => void
}

/** The spot under the pin is the place; the map is moved under it. */
export function Picker({ town, around, onGo, onPick }: PickerProps) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const { view, setView, hands } = useView(town, around)
  const buildings = useBuildings(town, view, size)
  const named = useNamed(town.sheet.pointOf([view.x, view.y]))
  const { isSending, send } = useSend()
  const letter = useStore(isElder) ? 19 : 14
  const goHere = () => send(async () => {
    const { lng, lat } = await here()
    await onGo({ lng, lat })
  })
  return (
    <Box className="map">
      <div ref={frame} className="map__frame" role="application" tabIndex={0} aria-label="地图。用方向键移动，加号减号放大缩小，大头针下面就是选中的地点" {...hands}>
        <svg className="map__sheet" width={size[0]} height={size[1]} aria-hidden>
          <g transform={`translate(${size[0] / 2} ${size[1] / 2}) scale(${view.scale}) translate(${-view.x} ${-view.y})`}>
            <Ground town={town} />
            {[...buildings].map(([path, rows]) => <Buildings key={path} sheet={town.sheet} rows={rows} />)}
            <Names sheet={town.sheet} view={view} letter={letter} rows={view.scale >= readable ? [...buildings.values()].flat() : town.communities} size={size} />
          </g>
        </svg>
        <Pin />
      </div>
      <Box className="map__tools">
        <Press className="map__tool" label="放大" onPress={() => setView((before) => zoomed(before, 1.8))}><Icon name="plus" /></Press>
        <Press className="map__tool" label="缩小" onPress={() => setView((before) => zoomed(before, 1 / 1.8))}><Icon name="minus" /></Press>
        <Press className="map__tool" label="到我现在的位置" isBusy={isSending} onPress={() => { void goHere() }}><Icon name="here" /></Press>
      </Box>
      <Box className="map__foot">
        <Box role="status"><Words as="p" className="map__here">{named.words}</Words></Box>
        {view.scale < nearEnough
          ? <Button words="放大到这里" isWide onPress={() => setView((before) => withScale(before, near))} />
          : <Button words="就选这里" isWide isDisabled={!named.where} onPress={() => { if (named.where) onPick(named.where) }} />}
      </Box>
    </Box>
  )
}
