import { personFields, placeFields, type Value } from '@linli/contract'
import { codeTables } from '@linli/standards'
import { writeXlsx } from 'hucre/xlsx'
import type { Base } from '../apps/server/demo/base/index.ts'

/** The real header of 实有人口导入表 (domain §1.11) and what registering floating people adds to it. */
const columns = ['name', 'populationKind', 'sex', 'birth', 'certificate', 'certificateNumber', 'phone', 'ethnicity', 'nativePlace', 'maritalStatus', 'politicalStatus', 'education', 'workplace', 'occupation', 'registeredAddress', 'registeredHouseholdNo', 'kinship', 'residenceMatch',
  'origin', 'inflowReason', 'arrivedOn', 'dwellingKind', 'residencePermit', 'permitUntil', 'leavesOn', 'nationality', 'groups', 'note']
const places = ['at.address', 'at.community', 'at.role', 'at.since']

/** Everybody of a sub-district in one workbook, as Excel writes it: text in a table of strings, codes in words. */
export async function fileOf({ people }: Base): Promise<Buffer> {
  const fields = columns.map((name) => personFields.find((field) => field.name === name)!)
  const worded = fields.map(({ table }) => new Map(codeTables[table ?? '']?.entries.map(({ code, label }) => [code, label])))
  const said = (value: Value | undefined, at: number): string | null => (value === undefined || value === null ? null : Array.isArray(value) ? value.map((code) => worded[at]!.get(code) ?? code).join('、') : worded[at]!.get(String(value)) ?? String(value))
  const rows = people.map(({ values, home }) => [...fields.map(({ name }, at) => said(values[name], at)), home.house!.address, home.community.name, null, home.since])
  const head = [...fields.map(({ label }) => label), ...places.map((name) => placeFields.find((field) => field.name === name)!.label)]
  return Buffer.from(await writeXlsx({ sheets: [{ name: '实有人口', rows: [head, ...rows] }] }))
}
