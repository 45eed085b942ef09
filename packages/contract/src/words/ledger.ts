/** What one line of a ledger is: a person where they mainly live, each residency, each that has ended, a housing unit, a household, an enterprise, a thing, an event, an entry of a logbook, somebody who works here. */
export const ledgerBase = { person: '每人一行', residency: '每个住处一行', former: '已迁出，每次一行', housing: '每套房屋一行', household: '每户一行', enterprise: '每个企业、组织一行', thing: '每个部件一行', event: '每个事件一行', entry: '登记簿的每条一行', worker: '每个工作人员一行' } as const
export type LedgerBase = keyof typeof ledgerBase

/** A list of people or homes to work through (名单), or a table the office keeps and hands in (台账). */
export const ledgerKind = { list: '名单', ledger: '台账' } as const
export type LedgerKind = keyof typeof ledgerKind

/** What a condition asks of a value. */
export const testBy = { in: '是', has: '包含', from: '从', until: '到', within: '在', known: '已登记' } as const
export type TestBy = keyof typeof testBy

/** Time that moves along with the calendar. */
export const testPeriod = { today: '今天', thisMonth: '本月', lastMonth: '上月', nextMonth: '下月', thisYear: '今年' } as const
export type TestPeriod = keyof typeof testPeriod

/** What became of a line from one month to another. */
export const lineChange = { added: '新增', gone: '减少', changed: '变更' } as const
export type LineChange = keyof typeof lineChange

/** Where an export with whole numbers stands: asked for, decided, taken once. One with masked numbers is agreed at once. */
export const exportStatus = { asked: '待审批', agreed: '可下载', taken: '已下载', refused: '不同意', expired: '已过期' } as const
export type ExportStatus = keyof typeof exportStatus
