/** What a document kept with a record is. */
export const documentSort = { identity: '证件复印件', householdBook: '户口簿', contract: '合同协议', proof: '证明材料', photo: '照片', plan: '图纸', other: '其他材料' } as const
export type DocumentSort = keyof typeof documentSort

/** What has numbers, health or income in it: opened for a purpose only (PIPL art. 28, 51). A photo of a stairwell has none. */
export const openDocuments: readonly DocumentSort[] = ['photo', 'plan']
export const isSensitiveDocument = (sort: DocumentSort): boolean => !openDocuments.includes(sort)

/** A scan of some twenty pages. */
export const maxDocumentBytes = 15 * 1024 * 1024
export const mostDocuments = 60
