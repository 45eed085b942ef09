/** What people may ask about their own data (PIPL art. 45-48). */
export const rightsKind = { see: '查阅、复制', correct: '更正、补充', delete: '删除', explain: '解释说明' } as const
export type RightsKind = keyof typeof rightsKind

export const rightsStatus = { asked: '待核对身份', checked: '办理中', answered: '已答复', refused: '不予办理', withdrawn: '已撤回' } as const
export type RightsStatus = keyof typeof rightsStatus

/** How it was made sure that it is the person themself, or who may ask for them (PIPL art. 49 for the dead). */
export const rightsProof = { card: '当面核对本人身份证件', phone: '回拨登记的电话核对', agent: '核对代理人的证件和委托书', relative: '本人已故，核对近亲属的证件和关系证明' } as const
export type RightsProof = keyof typeof rightsProof
