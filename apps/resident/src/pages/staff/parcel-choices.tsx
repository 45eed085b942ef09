import { Box } from '#element'
import { confirm } from '../../kernel/confirm.ts'
import { go } from '../../kernel/route.ts'
import { useSend } from '../../kernel/send.ts'
import { Button } from '../../parts/button.tsx'
import { drop, mayTakeBack, now, postAgain, putAside, takeBack, turnIntoNote } from './box.ts'
import { behindNew } from './door-new.ts'
import { isAtDoor } from './door-rules.ts'
import type { Door } from './door-rules.ts'
import { flush } from './flush.ts'
import { isOfWhistle, isPlain } from './forms.ts'
import { isEmpty, mayBecomeNote } from './parcel.ts'
import type { Parcel } from './parcel.ts'

/** Other words do not help where the step itself is closed, or asks for none. */
const isClosed = ({ refused }: Parcel) => refused?.code.endsWith('.step-not-open') === true
const mayChange = (parcel: Parcel) => {
  const { step } = parcel
  return isAtDoor(step) ? step !== 'door.confirm' && step !== 'door.transfer' : step === 'report' || (!isPlain(step) && !isClosed(parcel))
}

/** Once more helps where it may go through now: not where the server has said that this step is over. */
const mayRepeat = ({ step, refused }: Parcel) => {
  // What was found at a door is decided, not said again.
  if (isAtDoor(step)) return refused?.more === undefined
  const name = step === 'report' ? step : isOfWhistle(step) ? step.replace('whistle.', '') : step
  return refused?.open === undefined || refused.open.includes(name)
}

const openDoor = ({ housing, building, name = '' }: Door) => building === '' ? go('staffNews') : housing === '' ? go('staffDoors', { area: building, name }) : go('staffDoor', { area: building, name, housing })

/** What the person can do about it: send, change, keep as a note there or here, look, throw away. */
export function ParcelChoices({ parcel, isAtEvent }: { parcel: Parcel, isAtEvent: boolean }) {
  const { id, state, event, whistle, door } = parcel
  const { isSending, send } = useSend()
  const open = () => event ? go('staffEvent', { id: event.id }) : whistle ? go('staffWhistle', { id: whistle.id }) : door ? openDoor(door) : go('staffReport')
  const thenSend = async (act: Promise<void>) => {
    await act
    await flush()
  }
  const change = async () => {
    await takeBack(id)
    if (!isAtEvent) open()
  }
  const throwAway = async () => {
    const behind = behindNew(now(), id)
    const detail = `写的内容和照片都会从这部手机上删除，不能恢复。${behind.length > 0 ? `在这一户写的 ${behind.length} 件也会一起删除。` : ''}`
    if (await confirm({ title: '删除这一件？', detail, yes: '删除', isGrave: true })) for (const gone of [...behind.map((one) => one.id), id]) await drop(gone)
  }
  const isRefused = state === 'refused'
  return (
    <Box className="staff__go">
      {state === 'draft' && <Button words="接着写" look="plain" isWide onPress={open} />}
      {isRefused && mayRepeat(parcel) && <Button words="重新发送" isWide isBusy={isSending} onPress={() => { void send(() => thenSend(postAgain(id))) }} />}
      {mayTakeBack(parcel) && mayChange(parcel) && <Button words="改一改再发" look="plain" isWide onPress={() => { void send(change) }} />}
      {mayBecomeNote(parcel) && <Button words="改为登记处置再发" look="plain" isWide isBusy={isSending} onPress={() => { void send(() => thenSend(turnIntoNote(id))) }} />}
      {isRefused && (event || whistle || door) && !isAtEvent && <Button words={door?.housing === '' && door.building !== '' ? '看这幢楼' : door ? '看这一户' : '看最新进度'} look="plain" isWide onPress={open} />}
      {isRefused && !isEmpty(parcel) && <Button words="留作我的记录" look="plain" isWide onPress={() => { void send(() => putAside(id)) }} />}
      {(state === 'draft' || state === 'kept' || mayTakeBack(parcel)) && <Button words="删除" look="quiet" icon="trash" isWide onPress={() => { void send(throwAway) }} />}
    </Box>
  )
}
