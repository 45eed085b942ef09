import type { Asked } from '@linli/contract'
import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { call, wordsOf } from '../../kernel/call.ts'
import { saveSpreadsheet } from '../../parts/download.ts'

/** What is shown, with formulas, as a spreadsheet; the export is on record. */
export function AnalysisExport({ input }: { input: Asked<'indicator', 'export'> }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('indicator', 'export', input),
    onSuccess: ({ fileName, xlsx }) => { saveSpreadsheet(fileName, xlsx); void message.success('已导出') },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="导出会留下记录" onClick={() => job.mutate()}>导出 Excel</Button>
}
