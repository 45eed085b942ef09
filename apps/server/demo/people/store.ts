import { maskPhone, subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import type { Crypto } from '../../src/kernel/crypto.ts'
import { defaultRules } from '../../src/modules/matter/directory/index.ts'
import { copyRows, type Cell } from '../copy.ts'
import { subdistrict } from '../town/profile.ts'
import type { People } from './account.ts'
import type { Units } from './unit.ts'

const code = subdistrictOf(subdistrict.path)

/** Units, and which matters they handle from a moment on; the limits are those that hold for everybody. */
export async function storeUnits(client: ClientBase, { all, rules }: Units, since: Date): Promise<void> {
  await copyRows(client, 'unit', ['id', 'subdistrict', 'area', 'name', 'kind', 'phone'], all.map(({ id, area, name, kind, phone }) => [id, code, area, name, kind, phone]))
  await copyRows(client, 'matter_rule', ['subdistrict', 'area', 'matter', 'valid_from', 'limit_amount', 'limit_unit', 'unit', 'by_community'], rules.map(({ matter, unit }) => {
    const { amount, unit: limitUnit } = limitOf(matter)
    return [code, subdistrict.path, matter, since, amount, limitUnit, unit?.id ?? null, unit === null]
  }))
}

const limitOf = (matter: string) => [matter, matter.slice(0, /^[A-Z]/.test(matter) ? 1 : 2)].map((one) => defaultRules.find((rule) => rule.matter === one)).find((rule) => rule !== undefined)!

const accountColumns = ['id', 'side', 'name', 'sign_in_name', 'area', 'unit', 'phone', 'phone_index', 'phone_masked', 'password', 'password_at', 'must_change_password', 'created_at']

/** Everybody with one password, whose hash was made once. */
export async function storePeople(client: ClientBase, { all }: People, { crypto, password, since, now }: { crypto: Crypto, password: string, since: Date, now: Date }): Promise<void> {
  await copyRows(client, 'account', accountColumns, all.map(({ id, side, name, signInName, area, unit, phone }): Cell[] => [
    id, side, name, signInName, area, unit,
    phone && crypto.encrypt(phone, 'account.phone'), phone && crypto.index(phone, 'account.phone'), phone && maskPhone(phone),
    signInName && password, signInName && now, false, since,
  ]))
  await copyRows(client, 'post', ['id', 'account', 'role', 'area', 'valid_from'], all.flatMap((account) => account.posts.map(({ id, role, area }) => [id, account.id, role, area, since])))
}
