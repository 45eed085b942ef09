/** What a unit says with its answer to what 12345 passed on (domain §3.3): 诉求属实, 超职责诉求 with 申请类型, 联系群众 and when (ISO 8601), 是否解决, 未解决原因. */
export interface HotlineTold { isTrue?: boolean | undefined, isBeyondDuty?: boolean | undefined, beyondKind?: string | undefined, isContacted?: boolean | undefined, contactedAt?: string | undefined, isSolved?: boolean | undefined, unsolvedReason?: string | undefined }
export interface HotlineAnswer { isTrue: boolean, isBeyondDuty: boolean, beyondKind: string | null, isContacted: boolean, contactedAt: string | null, isSolved: boolean, unsolvedReason: string | null }

/** The answer, or what is missing of it, by field. Whom one spoke with is not asked: it is who reported; when, where nothing else is said, is now. */
export function hotlineAnswerOf(told: HotlineTold, now: Date): { answer: HotlineAnswer, wrong?: undefined } | { wrong: Partial<Record<keyof HotlineTold, string>>, answer?: undefined } {
  const { isTrue, isBeyondDuty, beyondKind, isContacted, contactedAt, isSolved, unsolvedReason } = told
  const wrong: Partial<Record<keyof HotlineTold, string>> = {
    ...(isTrue === undefined && { isTrue: '请选择诉求是否属实' }),
    ...(isBeyondDuty === undefined && { isBeyondDuty: '请选择是否超职责诉求' }),
    ...(isBeyondDuty === true && !beyondKind && { beyondKind: '请填写申请类型' }),
    ...(isContacted === undefined && { isContacted: '请选择是否联系群众' }),
    ...(contactedAt !== undefined && Date.parse(contactedAt) > now.getTime() && { contactedAt: '联系时间不能晚于现在' }),
    ...(isSolved === undefined && { isSolved: '请选择是否解决' }),
    ...(isSolved === false && !unsolvedReason && { unsolvedReason: '请填写未解决原因' }),
  }
  if (Object.keys(wrong).length > 0 || isTrue === undefined || isBeyondDuty === undefined || isContacted === undefined || isSolved === undefined) return { wrong }
  const answer = { isTrue, isBeyondDuty, beyondKind: isBeyondDuty ? beyondKind! : null, isContacted, contactedAt: isContacted ? contactedAt ?? now.toISOString() : null, isSolved, unsolvedReason: isSolved ? null : unsolvedReason! }
  return { answer }
}
