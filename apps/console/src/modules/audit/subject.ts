/** What an entry of the journal is about, in the office's words. A kind that a later module adds shows as it is. */
const kinds: Record<string, string> = {
  account: '人员', area: '辖区', calendar: '工作日历', code: '代码表', event: '事件', 'event-view': '常用列表', job: '后台任务',
  link: '一次性链接', look: '查看', matter: '事项', name: '登录名', photo: '照片', role: '角色', unit: '单位',
}

const longId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

export const kindWords = (kind: string): string => kinds[kind] ?? kind

/** `人员 …f52e`: the end of an id tells entries apart in a table; the whole one stands in the details. */
export const subjectWords = ({ subjectKind, subject }: { subjectKind: string, subject: string }): string =>
  `${kindWords(subjectKind)} ${longId.test(subject) ? `…${subject.slice(-6)}` : subject}`
