import type { ReactNode } from 'react'
import { Box, Words } from '#element'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choice } from '../../parts/choice.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { EnterFields, NumberFields } from './door-enter.tsx'
import { CodeField, PastDay } from './door-field.tsx'
import type { FormProps } from './door-field.tsx'
import { cleared, doorSteps, householdsOf } from './door-rules.ts'
import type { Door, DoorStep } from './door-rules.ts'
import { codesOf } from './door-seen.ts'
import { useSheet } from './use-sheet.ts'

type DoorFormProps = Pick<FormProps, 'codes' | 'people' | 'resident'> & { step: DoorStep, door: Door, onPosted: () => void, onClose: () => void }

/** One thing done at a door, kept with every letter. */
export function DoorForm({ step, door, codes, people, resident, onPosted, onClose }: DoorFormProps) {
  const { sheet, change, wrong, isSending, submit } = useSheet({ event: null, whistle: null, door, step }, onPosted)
  const text = (name: string) => sheet.told[name] ?? ''
  const put = (name: string, words: string, said?: string) => change({ told: { ...sheet.told, [name]: words }, door: { ...door, ...sheet.door, id: door.id, housing: door.housing, said: { ...sheet.door?.said, ...(said !== undefined && { [name]: said }) } } })
  const Fields = forms[step]
  return (
    <Card title={`${doorSteps[step]}${resident ? `：${resident.name}` : ''}`}>
      <Fields text={text} put={put} wrong={wrong} codes={codes} housing={door.housing} people={people.filter(({ person }) => person !== resident?.person)} resident={resident} />
      {wrong.nothing && <Words as="p" className="field__error">{wrong.nothing}</Words>}
      <Box className="staff__go">
        <Button words="提交" isWide isBusy={isSending} onPress={submit} />
        <Button words="先不办" look="quiet" isWide onPress={onClose} />
      </Box>
    </Card>
  )
}

const changed = ['phone', 'otherPhone', 'workplace', 'guardian', 'guardianPhone'] as const

/** What is registered stands in the entries; what is masked is not shown, and stays unless it is written anew. */
function ChangeFields({ text, put, wrong, codes, resident }: FormProps) {
  const present = (name: string) => String(name === 'name' ? resident?.name ?? '' : resident?.values[name] ?? '')
  const fieldOf = (name: string) => codes.fields.find((field) => field.name === name)
  const entry = (name: string) => {
    const isMasked = fieldOf(name)?.isSensitive === true
    const value = text(name) === cleared ? '' : text(name) || (isMasked ? '' : present(name))
    return { id: name, error: wrong[name], value, hint: isMasked && present(name) ? `现登记 ${present(name)}，不改就不用写` : undefined, onChange: (words: string) => put(name, words === '' && present(name) !== '' && !isMasked ? cleared : words === present(name) ? '' : words) }
  }
  const code = (name: string) => ({ id: name, label: fieldOf(name)?.label ?? name, isOptional: true, codes: codesOf(codes, name), value: text(name) || present(name), error: wrong[name], onChange: (one: string, words: string) => put(name, one === present(name) ? '' : one, words) })
  return (
    <>
      <TextField label="姓名" maxLength={50} {...entry('name')} />
      <NumberFields text={(name) => name === 'sex' ? text(name) || (resident?.sex ?? '') : text(name)} put={put} wrong={wrong} codes={codes} isKnown={Boolean(resident?.values.certificateNumber)} hint={resident?.values.certificateNumber ? `现登记 ${present('certificateNumber')}，不改就不用写` : undefined} />
      {changed.map((name) => <TextField key={name} label={fieldOf(name)?.label ?? name} isOptional kind={name.endsWith('hone') ? 'phone' : 'text'} maxLength={name.endsWith('hone') ? 20 : 100} {...entry(name)} />)}
      <CodeField {...code('populationKind')} />
      <CodeField {...code('kinship')} />
    </>
  )
}

function MoveOutFields({ text, put, wrong, codes }: FormProps) {
  return (
    <>
      <PastDay id="on" label="哪天搬走的" value={text('on')} error={wrong.on} onChange={(day) => put('on', day)} />
      <CodeField id="reason" label="离开原因" codes={codes.reasons} value={text('reason')} error={wrong.reason} onChange={(code, words) => put('reason', code, words)} />
    </>
  )
}

function RelateFields({ text, put, wrong, codes, people, resident }: FormProps) {
  return (
    <>
      <Choice id="relative" label="谁" look="chips" options={people.map(({ person, name }) => ({ value: person, words: name }))} value={text('relative') || null} error={wrong.relative} onChange={(one) => put('relative', one, people.find(({ person }) => person === one)?.name)} />
      <CodeField id="kin" label={`是${resident?.name ?? ''}的`} codes={codesOf(codes, 'kinship')} value={text('kin')} error={wrong.kin} onChange={(code, words) => put('kin', code, words)} />
    </>
  )
}

function JoinFields({ text, put, wrong, people }: FormProps) {
  const households = householdsOf(people)
  const options = households.length > 1 ? households : [{ value: 'here', words: households[0] ? `编入${households[0].words}` : '新建一户，本人为户主' }]
  return <Choice id="household" label="家庭户" look="chips" options={options} value={text('household') || null} error={wrong.household} onChange={(one) => put('household', one, options.find(({ value }) => value === one)!.words)} />
}

function TransferFields({ text, put, wrong }: FormProps) {
  return <TextArea id="reason" label="为什么迁入" maxLength={200} rows={2} value={text('reason')} error={wrong.reason} onChange={(words) => put('reason', words)} />
}

function AddUnitFields({ text, put, wrong }: FormProps) {
  const entry = (name: string) => ({ id: name, value: text(name), error: wrong[name], onChange: (words: string) => put(name, words) })
  return (
    <>
      <TextField label="单元" isOptional placeholder="例如：2，不分单元不填" maxLength={10} {...entry('entrance')} />
      <TextField label="室号" placeholder="例如：501" maxLength={20} {...entry('room')} />
      <TextField label="楼层" isOptional hint="501 是 5 层，不用填" maxLength={4} {...entry('floor')} />
      <TextField label="隔间" isOptional placeholder="例如：北间" maxLength={10} {...entry('part')} />
    </>
  )
}

const nothing = (): ReactNode => null

const forms: Record<DoorStep, (props: FormProps) => ReactNode> = {
  'door.enter': EnterFields, 'door.change': ChangeFields, 'door.moveOut': MoveOutFields, 'door.relate': RelateFields, 'door.join': JoinFields, 'door.transfer': TransferFields, 'door.confirm': nothing, 'door.tell': nothing, 'door.arrive': nothing, 'door.addUnit': AddUnitFields,
}
