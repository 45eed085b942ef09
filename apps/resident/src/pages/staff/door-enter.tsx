import { useState } from 'react'
import { serverNow } from '../../kernel/clock.ts'
import { Choice } from '../../parts/choice.tsx'
import { FoldRow } from '../../parts/fold-row.tsx'
import { Notice } from '../../parts/notice.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { CodeField, PastDay } from './door-field.tsx'
import type { FormProps } from './door-field.tsx'
import { householdsOf, toldBy } from './door-rules.ts'
import type { Resident } from './door-rules.ts'
import { codesOf } from './door-seen.ts'
import { officeDay } from './entry-rules.ts'
import { useAlike } from './use-alike.ts'

/** Somebody new behind this door: a name and in which role; a citizen's number tells the rest. */
export function EnterFields({ text, put, wrong, codes, people, housing }: FormProps) {
  const alike = useAlike(housing, { name: text('name'), certificateNumber: text('certificateNumber'), phone: text('phone'), birth: text('birth') })
  const [isMore, setMore] = useState(false)
  const entry = (name: string) => ({ id: name, value: text(name), error: wrong[name], onChange: (words: string) => put(name, words) })
  const code = (name: string) => ({ id: name, value: text(name), error: wrong[name], onChange: (one: string, words: string) => put(name, one, words) })
  return (
    <>
      <TextField label="姓名" maxLength={50} {...entry('name')} />
      <CodeField label="居住关系" codes={codes.roles} {...code('role')} />
      <NumberFields text={text} put={put} wrong={wrong} codes={codes} />
      <TextField label="联系电话" isOptional kind="phone" maxLength={20} {...entry('phone')} />
      {alike !== '' && <Notice kind="soon" isNews>{`${alike}。提交后可以并排核对。`}</Notice>}
      <Homes people={people} text={text} put={put} wrong={wrong} codes={codes} />
      <FoldRow title="更多（人口类型、备用电话、入住日期…）" isOpen={isMore} onToggle={() => setMore(!isMore)}>
        <CodeField label="人口类型" isOptional codes={codesOf(codes, 'populationKind')} {...code('populationKind')} />
        <CodeField label="与户主关系" isOptional codes={codesOf(codes, 'kinship')} {...code('kinship')} />
        <TextField label="备用电话" isOptional kind="phone" maxLength={20} {...entry('otherPhone')} />
        <TextField label="服务处所" isOptional maxLength={100} {...entry('workplace')} />
        <TextField label="监护人或紧急联系人" isOptional maxLength={50} {...entry('guardian')} />
        <TextField label="紧急联系电话" isOptional kind="phone" maxLength={20} {...entry('guardianPhone')} />
        <PastDay label="入住日期" isOptional {...entry('since')} />
      </FoldRow>
    </>
  )
}

type Part = Pick<FormProps, 'text' | 'put' | 'wrong' | 'codes'>

/** The number, and what it cannot tell where there is none or another kind of certificate; `isKnown`: a number that is registered has told it. */
export function NumberFields({ text, put, wrong, codes, hint, isKnown = false }: Part & { hint?: string, isKnown?: boolean }) {
  const number = text('certificateNumber')
  const told = toldBy(number, officeDay(serverNow()))
  const isOther = number.trim().length >= 5 && told === null && !/^\d{15,17}[\dXx]?$/.test(number.trim())
  const field = (name: string) => ({ id: name, value: text(name), error: wrong[name] })
  return (
    <>
      <TextField label="证件号码" isOptional hint={hint ?? '身份证会自动带出性别和出生日期'} maxLength={30} {...field('certificateNumber')} onChange={(words) => put('certificateNumber', words)} />
      {told && <Notice kind="good" isNews>{told}</Notice>}
      {isOther && <CodeField label="证件类型" codes={codesOf(codes, 'certificate')} {...field('certificate')} onChange={(code, words) => put('certificate', code, words)} />}
      {!told && !isKnown && (
        <>
          <CodeField label="性别" isOptional codes={codesOf(codes, 'sex').filter(({ code }) => code === '1' || code === '2')} {...field('sex')} onChange={(code, words) => put('sex', code, words)} />
          <TextField label="出生日期" isOptional placeholder="例如 1990-01-31" maxLength={10} {...field('birth')} onChange={(words) => put('birth', words)} />
        </>
      )}
    </>
  )
}

/** With whom they keep house, and to whom they are related. */
function Homes({ people, text, put, wrong, codes }: Part & { people: readonly Resident[] }) {
  const households = householdsOf(people)
  const options = [...households.length > 1 ? households : [{ value: 'here', words: households[0] ? `编入${households[0].words}` : '新建一户' }], { value: 'no', words: '不编户' }]
  const [relative, household] = [text('relative'), text('household')]
  return (
    <>
      <Choice id="household" label="家庭户" isOptional look="chips" options={options} value={household || null} error={wrong.household} onChange={(one) => put('household', one, options.find(({ value }) => value === one)!.words)} />
      {people.length > 0 && (
        <Choice id="relative" label="和谁是亲属" isOptional look="chips" options={people.map(({ person, name }) => ({ value: person, words: name }))} value={relative || null}
          onChange={(one) => put('relative', one === relative ? '' : one, people.find(({ person }) => person === one)?.name)} />
      )}
      {relative !== '' && <CodeField id="kin" label={`是${people.find(({ person }) => person === relative)?.name ?? ''}的`} codes={codesOf(codes, 'kinship')} value={text('kin')} error={wrong.kin} onChange={(code, words) => put('kin', code, words)} />}
    </>
  )
}
