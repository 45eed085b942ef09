import { defineModule } from '../../kernel/module.ts'
import { end, get, list, preview, save } from './actions.ts'
import { file } from './file.ts'
import { drop, issue, issues, make, review, sign, submit, verify, word } from './issue.ts'
import { makeDue } from './jobs.ts'

export const bulletin = defineModule({
  name: 'bulletin',
  handle: { list, get, preview, save, end, make, issues, issue, word, submit, drop, review, sign, file, verify },
  jobs: { 'bulletin.make': makeDue },
  words: {
    'bulletin.saved': '保存报表', 'bulletin.ended': '停用报表', 'bulletin.resumed': '恢复报表', 'bulletin.made': '制作报表', 'bulletin.worded': '修改报表文字', 'bulletin.submitted': '报表送审', 'bulletin.agreed': '报表审核通过',
    'bulletin.signed': '签发报表', 'bulletin.returned': '退回报表', 'bulletin.dropped': '作废报表', 'bulletin.file.looked': '下载报表',
  },
})
