/** The base (人房企物): kinds of records that everything else reads and feeds. */
export const recordKind = { person: '人口', household: '家庭户', housing: '房屋', building: '楼幢', enterprise: '企业、组织与场所', thing: '物与部件' } as const
export type RecordKind = keyof typeof recordKind

/** What a value may be on the wire. Codes are strings, several codes an array; null is nothing known. */
export type Value = string | number | boolean | string[] | null
export type Values = Record<string, Value>

export const fieldType = {
  text: '文字', longText: '长文字', code: '单选', codes: '多选', day: '日期', number: '数字', yes: '是否',
  identityNumber: '公民身份号码', certificateNumber: '证件号码', phone: '电话', creditCode: '统一社会信用代码', bankCard: '银行卡号',
} as const
export type FieldType = keyof typeof fieldType

/** One thing that may be known of a record. The dictionary of fields drives forms, grids, imports, exports, history and masking. */
export interface Field {
  name: string
  label: string
  type: FieldType
  /** The part of the form it stands in. */
  part: string
  /** Code table, for code and codes. */
  table?: string
  /** Codes of its own, for a field that an office added: what is shown is what is kept. */
  options?: readonly string[]
  /** Longest text, or greatest number. */
  max?: number
  /** What files call it besides its label. */
  headers?: readonly string[]
  /** Sealed where it is stored and masked where it is shown (PIPL art. 28, 51). */
  isSensitive?: boolean
  isRequired?: boolean
}

/** A part of a form: its title, and for whom it is asked at all. */
export interface Part { name: string, title: string, when?: { field: string, is: readonly string[] } }

/** Why a part is kept, on what ground — the article, or that the office is to say which —, and how many years after a person has gone (PIPL art. 6, 13, 19). */
export interface Ground { part: string, purpose: string, basis: string, keepYears: number | null }
