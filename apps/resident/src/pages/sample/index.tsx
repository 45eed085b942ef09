import { useState } from 'react'
import { confirm } from '../../kernel/confirm.ts'
import { here } from '../../kernel/place.ts'
import { wordsOf } from '../../kernel/problem.ts'
import { tell, warn } from '../../kernel/toast.ts'
import { Button } from '../../parts/button.tsx'
import { Card, RowCard } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Stars } from '../../parts/rating.tsx'
import { Empty, Failed, Loading } from '../../parts/state.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Timeline } from '../../parts/timeline.tsx'
import { SampleForm } from './form.tsx'

/** Every part in every state, for those who build screens. Only in builds with LINLI_SAMPLE=on. */
export default function Sample() {
  const [place, setPlace] = useState('')
  const locate = () => here().then(({ lng, lat }) => setPlace(`${lng}, ${lat}`), (reason: unknown) => warn(wordsOf(reason)))
  return (
    <Page title="组件样例" foot={<Button words="提交" isWide onPress={() => tell('已提交')} />}>
      <EaseBar withSwitch />
      <Notice>这件事由社区办理，一般 3 个工作日内答复。</Notice>
      <Notice kind="good">办理结果已经公布，欢迎评价。</Notice>
      <Notice kind="soon">请在 2 天内补充说明，否则按现有情况办理。</Notice>
      <Notice kind="wrong">网络不通，草稿已保存在本机。</Notice>
      <SampleForm />
      <Card title="按钮">
        <Button words="主要操作" onPress={() => tell('好的')} />
        <Button words="次要操作" look="plain" icon="phone" onPress={() => warn('网络不通，请检查网络后再试')} />
        <Button words="删除草稿" look="grave" onPress={ask} />
        <Button words="只有文字" look="quiet" onPress={locate} />
        <Button words="正在提交" isBusy onPress={() => {}} />
        <Button words="不能点" isDisabled onPress={() => {}} />
      </Card>
      {place && <Notice isNews>{place}</Notice>}
      <RowCard title="列表">
        <ListRow title="楼道灯不亮" note="丰登社区 · 3 月 2 日 08:15" end={<Tag words="处置中" tone="going" />} onPress={() => {}} />
        <ListRow title="垃圾没有及时清运" note="丰登社区 · 2 月 27 日 19:40" end={<Tag words="已结案" tone="good" />} onPress={() => {}} />
        <ListRow title="电动车占用消防通道" end={<Tag words="待补充" tone="soon" />} onPress={() => {}} />
        <ListRow title="已作废的一件" end={<Tag words="已作废" />} />
        <ListRow title="超时的一件" end={<Tag words="已超时" tone="wrong" />} />
      </RowCard>
      <Card title="经过">
        <Timeline
          moments={[
            { title: '已上报', at: '3 月 2 日 08:15', text: '3 幢 2 单元 4 楼的灯不亮' },
            { title: '已受理', at: '3 月 2 日 09:02' },
            { title: '处置中', at: '3 月 2 日 10:30', text: '物业已派人，今天下午更换。', isNow: true },
          ]}
        />
      </Card>
      <Card title="评价"><Stars score={4} /></Card>
      <Card><Loading /></Card>
      <Card><Empty title="还没有上报过事情" words="看到问题，随手拍下来告诉社区" action={<Button words="我要上报" onPress={() => {}} />} /></Card>
      <Card><Failed words="网络不通，请检查网络后再试" onAgain={() => {}} /></Card>
    </Page>
  )
}

async function ask() {
  const isSure = await confirm({ title: '删除这份草稿？', detail: '删除后不能恢复。', yes: '删除', isGrave: true })
  if (isSure) tell('已删除')
}
