import { codeTables, isDay, parsePhone, readCreditCode, readIdentityNumber, toHalfWidth, type CodeTable, type Day } from '@linli/standards'
import type { Field, Value } from './field.ts'
import { synonyms } from './synonym.ts'

/** A code table as the office has it: what is offered, and what records may carry still. */
export interface KnownTable extends Pick<CodeTable, 'entries'> { retired?: CodeTable['entries'] }
/** What reading a value needs to know: code tables as the office has them, and today. */
export interface Known { tables: Readonly<Record<string, KnownTable>>, today: Day }
/** `message` is Chinese and says how to mend it. */
export type Read = { ok: true, value: Value } | { ok: false, message: string }

const fine = (value: Value): Read => ({ ok: true, value })
const wrong = (message: string): Read => ({ ok: false, message })

/** Reads what a person or a file wrote into the one form it is kept in. Nothing written is null; `certificate` decides what a certificate number must be. */
export function readValue(field: Pick<Field, 'type' | 'table' | 'max' | 'label'>, raw: Value, known: Known = { tables: codeTables, today: '2999-12-31' }, certificate = '111'): Read {
  const text = Array.isArray(raw) ? raw.join('、') : raw === null ? '' : String(raw).trim()
  if (text === '') return fine(null)
  switch (field.type) {
    case 'text': case 'longText': return readText(text, field.max ?? 100)
    case 'code': return readCode(text, field, known)
    case 'codes': return readCodes(text, field, known)
    case 'day': return readDay(text, raw)
    case 'number': return readNumber(text, field.max)
    case 'yes': return readYes(text)
    case 'identityNumber': return readIdentity(text, known.today)
    case 'certificateNumber': return certificate === '111' || certificate === '112' ? readIdentity(text, known.today) : readOtherCertificate(text)
    case 'phone': return readPhone(text)
    case 'creditCode': return readCredit(text)
    case 'bankCard': return readBankCard(text)
  }
}

const readText = (text: string, max: number): Read => (text.length > max ? wrong(`最多 ${max} 个字，现有 ${text.length} 个`) : fine(text))

const plain = (text: string) => toHalfWidth(text).replace(/[\s()（）]/g, '')
/** 汉 for 汉族, 男 for 男性, 独居 for 独居老人 is a synonym. */
const bare = (text: string) => plain(text).replace(/(?:族|性)$/, '')

function readCode(text: string, { table = '', label }: Pick<Field, 'table' | 'label'>, { tables }: Known): Read {
  const { entries = [], retired = [] } = tables[table] ?? {}
  const written = (known: CodeTable['entries']) => known.find(({ code }) => code === plain(text)) ?? known.find((entry) => plain(entry.label) === plain(text)) ?? known.find((entry) => bare(entry.label) === bare(text))
  const code = (written(entries) ?? written(retired))?.code ?? synonyms[table]?.[plain(text)]
  if (code !== undefined && [...entries, ...retired].some((entry) => entry.code === code)) return fine(code)
  return wrong(`“${shortened(text)}”不在${label}的选项里，可选：${entries.slice(0, 6).map((entry) => entry.label).join('、')}${entries.length > 6 ? '等' : ''}`)
}

function readCodes(text: string, field: Pick<Field, 'table' | 'label'>, known: Known): Read {
  const read = text.split(/[、,，;；/|\n]+/).map((part) => part.trim()).filter((part) => part !== '').map((part) => readCode(part, field, known))
  const fault = read.find((one) => !one.ok)
  if (fault) return fault
  const codes = read.map((one) => (one as { value: string }).value)
  const { entries = [], retired = [] } = known.tables[field.table ?? ''] ?? {}
  return fine([...entries, ...retired].map(({ code }) => code).filter((code) => codes.includes(code)))
}

/** Words of the codes in a value that are offered no more; those that stand already may stay. */
export function retiredIn({ table = '' }: Pick<Field, 'table'>, value: Value, { tables }: Known, before: Value = null): string[] {
  const codes = [value].flat().filter((code) => typeof code === 'string' && ![before].flat().includes(code))
  return (tables[table]?.retired ?? []).filter(({ code }) => codes.includes(code)).map(({ label }) => label)
}

/** 2024-3-1, 2024/3/1, 2024.3.1, 20240301, 2024年3月1日, and the serial numbers of Excel (days since 1899-12-30). */
function readDay(text: string, raw: Value): Read {
  if (typeof raw === 'number' && raw > 1 && raw < 73_050) return fine(new Date(Date.UTC(1899, 11, 30) + Math.floor(raw) * 86_400_000).toISOString().slice(0, 10))
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(toHalfWidth(text)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(toHalfWidth(text))
  if (!match) return wrong(`“${shortened(text)}”不是完整的日期，请写成 2024-03-01`)
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
  return isDay(day) && day >= '1900-01-01' && day < '2200-01-01' ? fine(day) : wrong(`没有“${shortened(text)}”这一天`)
}

function readNumber(text: string, max = 1e9): Read {
  const number = Number(toHalfWidth(text).replace(/[,，\s]|(?:平方米|平米|㎡|m2|元|人|个)$/g, ''))
  if (!Number.isFinite(number)) return wrong(`“${shortened(text)}”不是数字`)
  return number < 0 || number > max ? wrong(`要在 0 到 ${max} 之间`) : fine(number)
}

const yes = ['是', '有', '已', '对', '√', 'Y', 'YES', 'TRUE', '1', '已办']
const no = ['否', '无', '未', '×', 'X', 'N', 'NO', 'FALSE', '0', '没有', '未办']
function readYes(text: string): Read {
  const word = toHalfWidth(text).toUpperCase()
  return yes.includes(word) ? fine(true) : no.includes(word) ? fine(false) : wrong(`“${shortened(text)}”请写“是”或“否”`)
}

function readIdentity(text: string, today: Day): Read {
  if (/E\+?\d+$/i.test(text)) return wrong('号码被表格软件变成了科学计数，后几位已丢失；请把这一列设为文本后重新填写')
  const read = readIdentityNumber(text, today)
  return read.ok ? fine(read.number) : wrong(read.message)
}

/** Passports and permits have no check character: letters and digits, as long as such documents are. */
function readOtherCertificate(text: string): Read {
  const number = toHalfWidth(text).replace(/[\s-]/g, '').toUpperCase()
  return /^[A-Z0-9]{5,24}$/.test(number) ? fine(number) : wrong('证件号码只能有字母和数字，5 到 24 位')
}

function readPhone(text: string): Read {
  if (/E\+?\d+$/i.test(text)) return wrong('号码被表格软件变成了科学计数；请把这一列设为文本后重新填写')
  const phone = parsePhone(text)
  return phone ? fine(phone.number) : wrong(`“${shortened(text)}”不是有效的电话号码`)
}

function readCredit(text: string): Read {
  const read = readCreditCode(text)
  return read.ok ? fine(read.code) : wrong(read.message)
}

/** ISO/IEC 7812: 12 to 19 digits, the last by the Luhn formula. */
function readBankCard(text: string): Read {
  const digits = toHalfWidth(text).replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(digits)) return wrong('银行卡号是 12 到 19 位数字')
  const sum = [...digits].reduce((total, digit, at) => total + ((digits.length - at) % 2 === 1 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]!), 0)
  return sum % 10 === 0 ? fine(digits) : wrong('银行卡号的校验位不对，请核对')
}

const shortened = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text)
