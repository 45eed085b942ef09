import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { call, wordsOf } from '../../kernel/call.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { questionOf, type InsightFilter } from './insight-filter.ts'

/** The figures with their formulas as a spreadsheet; the export is on record. */
export function ExportButton({ filter }: { filter: InsightFilter }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('insight', 'export', questionOf(filter)),
    onSuccess: ({ fileName, xlsx }) => { saveSpreadsheet(fileName, xlsx); void message.success('已导出') },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="导出指标、口径与说明，导出会留下记录" onClick={() => job.mutate()}>导出 Excel</Button>
}
