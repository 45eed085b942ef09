import type { ReplyFacts } from '@linli/contract/words/reply.ts'
import { useEffect } from 'react'
import { Box, Words } from '#element'
import { leaveTo } from '../../kernel/route.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { FieldGroup } from '../../parts/field.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { parcels } from './box.ts'
import { MatterPick } from './matter-pick.tsx'
import { isEmpty, shotsOf, wordIn } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { ReplyPick } from './reply-pick.tsx'
import { Shots } from './shots.tsx'
import { lookAround, useSpot } from './spot.ts'
import { StaffPage } from './staff-page.tsx'
import { useUsualMatters, usedMatter } from './use-matter.ts'
import { useSheet } from './use-sheet.ts'

export default function StaffReport() {
  const isReady = useStore(parcels) !== null
  return isReady ? <Report /> : <StaffPage title="随手拍上报">{null}</StaffPage>
}

const kinds = [{ value: 'yes', words: '已当场处理' }, { value: 'no', words: '需要派人处理' }] as const

/** What most who handle on the spot say. */
const usual = ['已当场清理。', '已当场劝导。', '已当场整改。', '已当场修复。']

const seenWords = (matter: string) => `巡查发现${matter}。`

/** Seen, handled, reported: photo before, photo after, a few words; matter and place come by themselves. */
function Report() {
  const { sheet, change, wrong, isSending, submit } = useSheet({ event: null, step: 'report' }, ({ matter: used }) => {
    if (used) usedMatter(used.code)
    leaveTo('staff')
  })
  const tell = (name: string) => (text: string) => change({ told: { ...sheet.told, [name]: text } })
  const { isHandled, matter } = sheet
  const { mayHandle } = useStore(staff)
  const reply = wordIn(sheet, 'publicReply')
  const matters = useUsualMatters()
  const written = wordIn(sheet, 'description').trim()
  /** Its words say what was seen, unless somebody wrote their own. */
  const pick = (code: string) => {
    const one = matters.find((leaf) => leaf.code === code)
    if (!one) return
    const isOwn = written !== '' && !matters.some(({ name }) => written === seenWords(name))
    change({ matter: { code, name: one.name, isOwn: true }, ...(!isOwn && { told: { ...sheet.told, description: seenWords(one.name) } }) })
  }
  const withAfter = isHandled || shotsOf(sheet, 'after').length > 0
  const photos = { sheet, place: wordIn(sheet, 'place') }
  return (
    <StaffPage title="随手拍上报" foot={<Button words={isHandled ? '上报自处置' : '上报'} isWide isBusy={isSending} onPress={submit} />}>
      <Card>
        {mayHandle && <Choice id="handled" label="这件事" look="chips" options={kinds} value={isHandled ? 'yes' : 'no'} onChange={(kind) => change({ isHandled: kind === 'yes' })} />}
        <Box className="staff__pair">
          <Box className="staff__half"><Shots id="before" label={isHandled ? '处置前照片' : '现场照片'} isOptional part="before" {...photos} /></Box>
          {withAfter && <Box className="staff__half"><Shots id="after" label="处置后照片" part="after" error={wrong.after} {...photos} /></Box>}
        </Box>
        <Words as="p" className="staff__waiting">照片上会写明时间和位置</Words>
      </Card>
      <Card>
        {matters.length > 0 && <Choice id="usual-matter" label="我常报的" look="chips" options={matters.map(({ code, name }) => ({ value: code, words: name }))} value={matter?.code ?? null} onChange={pick} />}
        <TextArea id="description" label="发生了什么" placeholder="例如：3 幢楼下堆了纸箱，挡住了门口" value={wordIn(sheet, 'description')} maxLength={1000} rows={3} error={wrong.description} onChange={tell('description')} />
        {isHandled && (
          <>
            <Choice id="usual" label="怎么处理的" look="chips" options={usual.map((words) => ({ value: words, words: words.replace('。', '') }))} value={usual.includes(reply) ? reply : null} onChange={tell('publicReply')} />
            <TextField id="publicReply" label="或自己写" hint="上报人会看到这段话" value={reply} maxLength={500} error={wrong.publicReply} onChange={tell('publicReply')} />
            {matter && <ReplyPick step="reportHandled" matter={matter.code} area={null} facts={factsOf(matter.name, wordIn(sheet, 'place'))} isWhole onPick={tell('publicReply')} />}
          </>
        )}
      </Card>
      <Card><MatterPick text={written} matter={matter} error={wrong.matter} onPick={(picked) => change({ matter: picked })} /></Card>
      <Card><WhereNow sheet={sheet} error={wrong.point} change={change} /></Card>
    </StaffPage>
  )
}

/** What is known of it before it has a number: what, where, when. */
const factsOf = (matter: string, place: string): ReplyFacts => {
  const there = new Date(Date.now() + 8 * 3600 * 1000)
  const today = `${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
  return { number: null, matter, place: place.trim() || '现场', community: null, unit: null, limit: null, due: null, reportedAt: today, today }
}

/** Where the phone was when the writing began, and again with a tap; then in words what no satellite knows. */
function WhereNow({ sheet, error, change }: { sheet: Parcel, error?: string, change: (news: Partial<Parcel>) => void }) {
  const { place, isLooking } = useSpot()
  const { point } = sheet
  useEffect(() => {
    if (place && !point && !isEmpty(sheet)) change({ point: { lng: place.lng, lat: place.lat } })
  })
  const anew = async () => {
    const found = await lookAround()
    if (found) change({ point: { lng: found.lng, lat: found.lat } })
  }
  const accuracy = place ? `，误差约 ${place.accuracy} 米` : ''
  const shown = point ?? place
  const stands = shown ? `已定位：北纬 ${shown.lat.toFixed(5)}，东经 ${shown.lng.toFixed(5)}${accuracy}` : '还没有取得位置'
  return (
    <>
      <FieldGroup id="point" label="在哪里" error={error}>
        <Box role="status"><Words as="p" className="staff__waiting">{isLooking ? '正在取得位置…' : stands}</Words></Box>
        <Button words="重新定位" look="plain" icon="here" isWide isBusy={isLooking} onPress={() => { void anew() }} />
      </FieldGroup>
      <TextField id="place" label="具体位置" isOptional placeholder="例如：3 幢 2 单元门口" value={wordIn(sheet, 'place')} maxLength={120} onChange={(words) => change({ told: { ...sheet.told, place: words } })} />
    </>
  )
}
