import { confirm } from '../../kernel/confirm.ts'
import { isElder } from '../../kernel/elder.ts'
import { forgetAll } from '../../kernel/kept.ts'
import { openPrivacyGuide } from '../../kernel/privacy.ts'
import { useStore } from '../../kernel/store.ts'
import { tell } from '../../kernel/toast.ts'
import { Card, RowCard } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Page } from '../../parts/page.tsx'

const editions = [
  { value: 'standard', words: '标准版' },
  { value: 'elder', words: '大字版', note: '字更大，按钮更大，可以朗读' },
] as const

export default function Me() {
  const edition = useStore(isElder) ? 'elder' : 'standard'
  return (
    <Page title="我的">
      <EaseBar />
      <Card>
        <Choice id="edition" label="显示大小" options={editions} value={edition} onChange={(chosen) => isElder.set(chosen === 'elder')} />
      </Card>
      <RowCard title="隐私">
        {openPrivacyGuide && <ListRow icon="shield" title="用户隐私保护指引" onPress={openPrivacyGuide} />}
        <ListRow icon="trash" title="清除本机保存的内容" note="草稿和显示设置" onPress={forget} />
      </RowCard>
    </Page>
  )
}

async function forget() {
  const isSure = await confirm({
    title: '清除本机保存的内容？', detail: '没有交的草稿会丢失，显示大小恢复为标准版。已经上报的事情不受影响。', yes: '清除', isGrave: true,
  })
  if (!isSure) return
  forgetAll()
  tell('已清除')
}
