/** What a unit asks of another that has no account; `made`, `due` and `at` are shares of the time since the event was signed, `due` null: days to come. */
export interface Forward { unit: string, hasPhone: boolean, request: string, made: number, due: number | null, done?: { at: number, by: string, text: string }, withdrawn?: { at: number, reason: string } }

/** Less time since the signing has no room for a whole story, in milliseconds. */
export const atLeast = 2 * 3_600_000

/** Waiting, waiting without a number, late, answered, taken back; the oldest in hand first. */
export const forwards: readonly Forward[] = [
  { unit: '示例物业公司', hasPhone: true, request: '请派人到现场处理，办好后拍照回复', made: 0.2, due: 0.7 },
  { unit: '样本园林养护公司', hasPhone: true, request: '请核实权属，属你方的请两日内处理', made: 0.15, due: 0.8, done: { at: 0.6, by: '王师傅', text: '已派人处理完毕，现场已清理干净' } },
  { unit: '示例供水公司', hasPhone: true, request: '请到现场查看管线情况并回复', made: 0.1, due: 0.9, withdrawn: { at: 0.5, reason: '现场已自行恢复，不需要再办' } },
  { unit: '试样通信公司', hasPhone: false, request: '请加固或移除路边的杆线', made: 0.4, due: null },
  { unit: '示例物业公司', hasPhone: true, request: '请安排保洁和保安各一人配合现场处置', made: 0.5, due: null },
  { unit: '样本停车公司', hasPhone: true, request: '请联系车主挪车，并回复结果', made: 0.3, due: 0.95, done: { at: 0.75, by: '李队长', text: '已联系车主，车辆已挪走' } },
]
