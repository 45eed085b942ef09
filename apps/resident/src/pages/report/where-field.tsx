import { useState } from 'react'
import { Box, Words } from '#element'
import { phone } from '#phone'
import { here } from '../../kernel/place.ts'
import { go } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { FieldGroup } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { changeDraft, draft } from './draft.ts'
import type { Where } from './draft.ts'
import { pickOnPhoneMap, whereOf } from './where.ts'

/** Where it is: by the phone's place, on a map, or by name; then in words, for what no map knows. */
export function WhereField({ error }: { error?: string }) {
  const { where, place } = useStore(draft)
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <FieldGroup id="where" label="在哪里" error={error}>
        {where && !isChoosing
          ? <Chosen where={where} onOther={() => setChoosing(true)} />
          : <Ways onChosen={() => setChoosing(false)} />}
      </FieldGroup>
      <TextField
        id="place" label="具体位置" isOptional hint="楼层、门牌、旁边有什么" placeholder="例如：2 单元 4 楼楼道" value={place} maxLength={120}
        onChange={(words) => changeDraft({ place: words })}
      />
    </>
  )
}

function Chosen({ where, onOther }: { where: Where, onOther: () => void }) {
  return (
    <Box className="where">
      <Icon name="pin" className="where__sign" />
      <Box className="where__words" role="status">
        <Words as="p" className="where__name">{where.name}</Words>
        {where.note && <Words as="p" className="where__note">{where.note}</Words>}
        <Button words="换一个地点" look="quiet" onPress={onOther} />
      </Box>
    </Box>
  )
}

function Ways({ onChosen }: { onChosen: () => void }) {
  const { isSending, send } = useSend()
  const set = (where: Where) => {
    changeDraft({ where })
    onChosen()
  }
  const useHere = () => send(async () => {
    const { accuracy, ...point } = await here()
    set(await whereOf(point, accuracy > 60 ? `手机定位误差约 ${accuracy} 米，请在下面写清楚具体位置` : null))
  })
  const useMap = () => send(async () => {
    if (!phone.choosePlace) return go('map')
    const picked = await pickOnPhoneMap(phone.choosePlace, draft.get().where?.point ?? null)
    if (!picked) return
    if (draft.get().place === '') changeDraft({ place: picked.place })
    set(picked.where)
  })
  const leave = () => {
    onChosen()
    go('place')
  }
  return (
    <Box className="ways">
      <ListRow icon="here" title={isSending ? '正在查找位置…' : '用我现在的位置'} onPress={useHere} />
      <ListRow icon="map" title="在地图上选" onPress={() => { if (!phone.choosePlace) onChosen(); void useMap() }} />
      <ListRow icon="search" title="按小区、楼幢名称找" onPress={leave} />
    </Box>
  )
}
