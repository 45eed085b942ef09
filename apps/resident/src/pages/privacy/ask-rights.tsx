import { useState } from 'react'
import { rightsKind } from '@linli/contract/words/rights.ts'
import type { RightsKind } from '@linli/contract/words/rights.ts'
import { Box } from '#element'
import { call } from '../../kernel/call.ts'
import { useSend } from '../../kernel/send.ts'
import { tell } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'

const notes: Record<RightsKind, string> = { see: '看看登记了我的什么，要一份副本', correct: '登记的不对，或者少了', delete: '不再需要登记的，请删除', explain: '为什么登记、怎么用的' }
const options = (Object.keys(rightsKind) as RightsKind[]).map((value) => ({ value, words: rightsKind[value], note: notes[value] }))
type Community = { path: string, name: string }

/** What one wants, of which community; answered within fifteen working days. */
export function AskRights({ close, onAsked }: { close: () => void, onAsked: () => void }) {
  const [kind, setKind] = useState<RightsKind | null>(null)
  const [name, setName] = useState('')
  const [wish, setWish] = useState('')
  const [community, setCommunity] = useState<Community | null>(null)
  const [isTold, setTold] = useState(false)
  const { isSending, send } = useSend()
  const ask = async () => {
    setTold(true)
    if (!kind || !community || name.trim() === '' || wish.trim() === '') return
    await call('rights', 'ask', { kind, name: name.trim(), wish: wish.trim(), area: community.path })
    tell('已提出，社区会联系您核对身份')
    onAsked()
  }
  const missing = (isThere: boolean, words: string) => (isTold && !isThere ? words : undefined)
  return (
    <Card title="提出请求">
      <Choice id="rights-kind" label="想办什么" options={options} value={kind} onChange={setKind} error={missing(kind !== null, '请选择一项')} />
      <TextField id="rights-name" label="您的姓名" hint="和身份证件上一样，用来核对" value={name} maxLength={50} onChange={setName} error={missing(name.trim() !== '', '请填写姓名')} />
      <CommunityField community={community} choose={setCommunity} error={missing(community !== null, '请选择社区')} />
      <TextArea id="rights-wish" label="具体说说" placeholder="例如：电话已经换了，请改成新的" value={wish} maxLength={500} onChange={setWish} error={missing(wish.trim() !== '', '请写一句话')} />
      <Button words="提交" isWide isBusy={isSending} onPress={() => { void send(ask) }} />
      <Box className="privacy__clear"><Button words="不提了" look="plain" isWide onPress={close} /></Box>
    </Card>
  )
}

/** The community one lives in, by a word of its name. */
function CommunityField({ community, choose, error }: { community: Community | null, choose: (community: Community | null) => void, error: string | undefined }) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<Community[] | null>(null)
  const { isSending, send } = useSend()
  if (community) return <RowCard><ListRow icon="pin" title={community.name} note="点一下重选" onPress={() => choose(null)} /></RowCard>
  const look = async () => {
    if (text.trim() === '') return
    const { rows } = await call('organisation', 'findAreas', { text: text.trim(), kinds: ['community'] })
    setFound(rows.map(({ path, fullName }) => ({ path, name: fullName })))
  }
  return (
    <>
      <TextField id="rights-community" label="居住的社区" placeholder="社区名称里的字" value={text} maxLength={40} onChange={setText} onDone={() => { void send(look) }} error={error ?? (found?.length === 0 ? '没有找到，换个写法试试' : undefined)} />
      <Box className="privacy__ask"><Button words="查找社区" look="plain" icon="search" isBusy={isSending} onPress={() => { void send(look) }} /></Box>
      {found && found.length > 0 && <RowCard>{found.map((one) => <ListRow key={one.path} title={one.name} onPress={() => choose(one)} />)}</RowCard>}
    </>
  )
}
