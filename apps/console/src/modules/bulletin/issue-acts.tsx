import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { savePdf, saveSpreadsheet } from '../../parts/download.ts'
import type { Issue } from './bulletin-words.ts'

type Asking = 'word' | 'return' | 'drop' | 'correct'

/** What may be done with an issue now, as the server says, and taking it as a file. */
export function IssueActs({ issue }: { issue: Issue }) {
  const { id, status, steps, mayCorrect } = issue
  const { message } = App.useApp()
  const confirm = useConfirm()
  const [asked, ask] = useState<Asking>()
  const [submit, review, sign] = [useTell('bulletin', 'submit'), useTell('bulletin', 'review'), useTell('bulletin', 'sign')]
  const may = new Set(steps)
  const fail = (fault: Error) => void message.error(wordsOf(fault))
  return (
    <>
      <Take id={id} format="xlsx" words="Excel" /><Take id={id} format="pdf" words="PDF" />
      {mayCorrect && <Button onClick={() => ask('correct')}>更正</Button>}
      {may.has('drop') && <Button onClick={() => ask('drop')}>作废</Button>}
      {may.has('return') && <Button onClick={() => ask('return')}>退回</Button>}
      {may.has('submit') && <Button onClick={() => ask('word')}>修改文字</Button>}
      {may.has('submit') && <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate({ id }, { onSuccess: () => void message.success('已送审'), onError: fail })}>送审</Button>}
      {may.has('agree') && <Button type="primary" loading={review.isPending} onClick={() => review.mutate({ id, isAgreed: true }, { onSuccess: () => void message.success('已审核通过，等待签发'), onError: fail })}>审核通过</Button>}
      {may.has('sign') && <Button type="primary" onClick={() => confirm({ title: '签发这一期？', what: '签发后编号、封存，内容不能再改，辖区内可以查看指标的人都能看到；有误只能另制一期更正。', words: '签发', isDanger: false, act: () => sign.mutateAsync({ id, isAgreed: true }), done: '已签发' })}>签发</Button>}
      <Words issue={issue} isOpen={asked === 'word'} close={() => ask(undefined)} />
      <Why issue={issue} asked={asked === 'word' ? undefined : asked} from={status} close={() => ask(undefined)} />
    </>
  )
}

function Take({ id, format, words }: { id: string, format: 'xlsx' | 'pdf', words: string }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('bulletin', 'file', { id, format }),
    onSuccess: ({ fileName, content }) => { (format === 'pdf' ? savePdf : saveSpreadsheet)(fileName, content); void message.success('已下载') },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="下载会留下记录" aria-label={`下载 ${words}`} onClick={() => job.mutate()}>{words}</Button>
}

/** The paragraphs around the figures, for this issue alone. */
function Words({ issue: { id, before, after }, isOpen, close }: { issue: Issue, isOpen: boolean, close: () => void }) {
  const { message } = App.useApp()
  const { mutateAsync } = useTell('bulletin', 'word')
  return (
    <FormDrawer<{ before?: string, after?: string }> name="words" title="修改这一期的文字" isOpen={isOpen} close={close} initial={{ before, after }} submitWords="保存" note="每段一行。数字是封存的，不能改。"
      send={async (words) => { await mutateAsync({ id, before: words.before ?? '', after: words.after ?? '' }); void message.success('已保存'); close() }}>
      <Form.Item name="before" label="正文前的话"><Input.TextArea rows={7} maxLength={2000} showCount /></Form.Item>
      <Form.Item name="after" label="正文后的话"><Input.TextArea rows={5} maxLength={2000} showCount /></Form.Item>
    </FormDrawer>
  )
}

const titles = { return: '退回', drop: '作废这一期', correct: '更正这一期' } as const
const notes = { return: '退回给送审的人，改好后可以再送审。', drop: '作废后不再办理；这一期可以重新制作。', correct: '按现在的数另制一期，注明更正哪一期；原来的一期保留不变。' } as const

function Why({ issue: { id, bulletin }, asked, from, close }: { issue: Issue, asked: keyof typeof titles | undefined, from: Issue['status'], close: () => void }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [review, sign, drop, make] = [useTell('bulletin', 'review'), useTell('bulletin', 'sign'), useTell('bulletin', 'drop'), useTell('bulletin', 'make')]
  const send = async ({ why }: { why: string }) => {
    if (asked === 'drop') await drop.mutateAsync({ id, reason: why })
    else if (asked === 'return') await (from === 'review' ? review : sign).mutateAsync({ id, isAgreed: false, reason: why })
    else {
      const fresh = await make.mutateAsync({ id: bulletin, replaces: id, why })
      void navigate(`/bulletin/${fresh.id}`)
    }
    void message.success(asked === 'drop' ? '已作废' : asked === 'return' ? '已退回' : '已制成更正的一期')
    close()
  }
  return (
    <FormDrawer<{ why: string }> name="why" title={asked ? titles[asked] : ''} isOpen={asked !== undefined} close={close} submitWords={asked === 'correct' ? '制作更正' : asked === 'drop' ? '作废' : '退回'} isDanger={asked === 'drop'} note={asked && notes[asked]} send={send}>
      <Form.Item name="why" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}><Input.TextArea rows={4} maxLength={200} showCount /></Form.Item>
    </FormDrawer>
  )
}
