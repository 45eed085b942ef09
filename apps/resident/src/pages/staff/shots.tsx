import { useEffect, useState } from 'react'
import { Box, Picture, Press, Words } from '#element'
import { phone } from '#phone'
import { lookAt } from '../../kernel/look.ts'
import { useSend } from '../../kernel/send.ts'
import { warn } from '../../kernel/toast.ts'
import { FieldGroup } from '../../parts/field.tsx'
import type { FieldProps } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { removeShot } from './box.ts'
import { shotsOf } from './parcel.ts'
import type { Parcel, Shot } from './parcel.ts'
import { takeShot } from './shot.ts'
import '../../parts/photo-grid.css'

const most = 9

/** Photos taken on the spot, with time and place drawn on them; they lie on this phone until they are sent. */
export function Shots({ sheet, part, place, ...field }: FieldProps & { sheet: Parcel, part: Shot['part'], place: string }) {
  const shots = shotsOf(sheet, part)
  const { isSending, send } = useSend()
  const words = isSending ? '正在处理…' : shots.length === 0 ? '拍照' : '再拍一张'
  return (
    <FieldGroup {...field}>
      <Box className="photo-grid" role="group" label={field.label} labelledBy={field.id}>
        {shots.map(({ key }, at) => <Tile key={key} id={key} name={`${field.label}，第 ${at + 1} 张`} onRemove={() => { removeShot(sheet.id, key).catch(() => warn('没有删掉，请再试一次')) }} />)}
        {shots.length < most && (
          <Box className="photo-grid__tile">
            <Press className="photo-grid__add" label={`${words}：${field.label}`} isBusy={isSending} onPress={() => { void send(() => takeShot(sheet, part, place)) }}>
              <Icon name="camera" className="photo-grid__sign" />
              <Words>{words}</Words>
            </Press>
          </Box>
        )}
      </Box>
    </FieldGroup>
  )
}

type TileProps = { id: string, name: string, onRemove?: () => void }

/** One photo of the box; it can be looked at, and taken away while it is not sent. */
export function Tile({ id, name, onRemove }: TileProps) {
  const path = usePath(id)
  return (
    <Box className="photo-grid__tile">
      {path && <Picture className="photo-grid__photo" src={path} alt={`查看${name}`} onPress={() => lookAt([path], 0)} />}
      {path === '' && <Box className="photo-grid__add"><Words>照片不在了</Words></Box>}
      {onRemove && <Press className="photo-grid__remove" label={`删除${name}`} onPress={onRemove}><Icon name="close" /></Press>}
    </Box>
  )
}

/** Where it can be shown from; null while it is looked for, empty where it is gone. */
function usePath(id: string): string | null {
  const [path, setPath] = useState<string | null>(null)
  useEffect(() => {
    let isShown = true
    phone.box.photo(id).then((photo) => { if (isShown) setPath(photo?.path ?? '') }, () => { if (isShown) setPath('') })
    return () => { isShown = false }
  }, [id])
  return path
}
