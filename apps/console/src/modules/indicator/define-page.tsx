import { PlusOutlined } from '@ant-design/icons'
import { indicatorPeriod, indicatorTheme } from '@linli/contract/words/index'
import { App, Button, Space, Switch } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { DefinitionForm } from './definition-form.tsx'
import type { View } from './figures.ts'
import styles from './indicator.module.css'
import { Proof } from './proof.tsx'

/** What each indicator is and who said so; an administrator makes and changes them here, without code. */
export default function DefinePage() {
  const mayManage = useMay('indicator.manage')
  const [isAll, showAll] = useState(false)
  const [edited, edit] = useState<View | 'new'>()
  const query = useAsk('indicator', 'list', { isAll: isAll || mayManage }, { keepsLast: true })
  const shown = query.data && { rows: query.data.rows.filter(({ status }) => isAll || status !== 'ended') }
  return (
    <>
      <PageHeader title="指标定义" hint="指标由基础指标相加减、相除得来，改动按版本留存；固化的月报按当时的版本保存。" back={{ to: '/indicators', words: '指标看板' }} actions={(
        <Space>
          <label className={styles.filters}>含停用的 <Switch size="small" checked={isAll} onChange={showAll} /></label>
          {mayManage && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => edit('new')}>新增指标</Button>}
        </Space>
      )} />
      <Proof />
      <DataTable<View> label="指标定义" query={{ ...query, data: shown }} rowKey={({ code }) => code} empty={<Nothing words="还没有指标" />} columns={[
        { key: 'name', title: '名称', width: 180, render: (view) => <>{view.name} <Standing view={view} /></> },
        { key: 'theme', title: '主题', width: 90, render: ({ theme }) => indicatorTheme[theme] },
        { key: 'formula', title: '公式', render: ({ formula, note }) => <>{formula}{note && <span className="faint">　{note}</span>}</> },
        { key: 'period', title: '时段', width: 90, render: ({ isFlow, period }) => (isFlow ? indicatorPeriod[period] : '现在') },
        { key: 'by', title: '版本', width: 160, render: ({ version, changedBy, changedAt }) => (version === 0 ? '随平台提供' : `第 ${version} 版，${changedBy} ${changedAt ? whenWords(changedAt) : ''}`) },
        ...mayManage ? [{ key: 'do', title: '操作', width: 190, render: (view: View) => <Acts view={view} edit={() => edit(view)} /> }] : [],
      ]} />
      {mayManage && <DefinitionForm view={edited === 'new' ? undefined : edited} isOpen={edited !== undefined} close={() => edit(undefined)} />}
    </>
  )
}

const Standing = ({ view: { status, hasDraft } }: { view: View }) => <>{status === 'ended' && <Mark>已停用</Mark>}{status === 'draft' ? <Mark tone="amber">草稿，未发布</Mark> : hasDraft && <Mark tone="amber">有未发布的修改</Mark>}</>

function Acts({ view, edit }: { view: View, edit: () => void }) {
  const { message, modal } = App.useApp()
  const [publish, end] = [useTell('indicator', 'publish'), useTell('indicator', 'end')]
  const versions = useAsk('indicator', 'versions', { code: view.code }, { isWanted: view.hasDraft || view.status === 'draft' })
  const draft = versions.data?.rows.find(({ status }) => status === 'draft')
  const put = () => draft && modal.confirm({
    title: `发布“${draft.name}”？`, content: `从现在起按“${draft.formula}”计算；已固化的月报不变。`, okText: '发布', cancelText: '取消',
    onOk: async () => { await publish.mutateAsync({ code: view.code, version: draft.version }); void message.success('已发布') },
  })
  const stop = async () => { await end.mutateAsync({ code: view.code, isEnded: view.status !== 'ended' }); void message.success(view.status === 'ended' ? '已恢复' : '已停用，可随时恢复') }
  return (
    <Space size={4} wrap>
      <Button size="small" onClick={edit}>修改<span className="hidden">{view.name}</span></Button>
      {draft && <Button size="small" type="primary" onClick={put}>发布<span className="hidden">{view.name}</span></Button>}
      {view.status !== 'draft' && <Button size="small" loading={end.isPending} onClick={() => void stop()}>{view.status === 'ended' ? '恢复' : '停用'}<span className="hidden">{view.name}</span></Button>}
    </Space>
  )
}
