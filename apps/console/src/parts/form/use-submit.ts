import { Refusal } from '@linli/client'
import type { ProblemBody } from '@linli/contract'
import type { FormInstance } from 'antd'
import { useState } from 'react'
import { codeOf, wordsOf } from '../../kernel/call.ts'

export type FieldPath = (string | number)[]

type Complaint = NonNullable<ProblemBody['fields']>[number]

interface Naming {
  /** The part of the input that the form holds, as complaints are addressed: `take`, `rules.2`. */
  under?: string
  /** Fields that the form calls otherwise than the input: the input's path → the form's. */
  paths?: Record<string, string>
}

/** Where a complaint of the server belongs in the form: `take.photos.0` under `take` is the field photos. Undefined for one of no field. */
export function placeOf({ path }: Complaint, isKnown: (path: FieldPath) => boolean, { under = '', paths = {} }: Naming = {}): FieldPath | undefined {
  const named = paths[path] ?? path
  const parts = (under !== '' && named.startsWith(`${under}.`) ? named.slice(under.length + 1) : named).split('.').map((part) => /^\d+$/.test(part) ? Number(part) : part)
  for (let length = parts.length; length > 0; length--) if (isKnown(parts.slice(0, length))) return parts.slice(0, length)
  return undefined
}

interface SubmitOptions extends Naming {
  /** Deals with refusals of its own; true when nothing more need be said. */
  onRefusal?: (code: string) => boolean
}

/** Checks a form, sends it, and puts what the server complains of beside the fields. */
export function useSubmit<V extends object>(form: FormInstance<V>, send: (values: V) => Promise<unknown>, options: SubmitOptions = {}) {
  const [isBusy, setBusy] = useState(false)
  const [complaint, setComplaint] = useState<string>()
  const submit = async () => {
    if (isBusy) return
    setComplaint(undefined)
    const values = await form.validateFields().catch(() => undefined)
    if (!values) return
    setBusy(true)
    try {
      await send(values)
    } catch (fault) {
      if (!options.onRefusal?.(codeOf(fault) ?? '')) setComplaint(complain(form, fault, options))
    } finally {
      setBusy(false)
    }
  }
  return { submit, isBusy, complaint, quiet: () => setComplaint(undefined) }
}

/** Puts each complaint beside its field; those of no field are said with the sentence itself. */
function complain<V extends object>(form: FormInstance<V>, fault: unknown, naming: Naming): string {
  const isKnown = (path: FieldPath) => form.getFieldInstance(path as never) !== undefined || form.isFieldTouched(path as never)
  const fields = (fault instanceof Refusal ? fault.problem.fields ?? [] : []).map((field) => ({ ...field, place: placeOf(field, isKnown, naming) }))
  form.setFields(fields.filter(({ place }) => place).map(({ place, message }) => ({ name: place, errors: [message] })) as never)
  const rest = fields.filter(({ place }) => !place).map(({ message }) => message)
  return rest.length > 0 ? `${wordsOf(fault)}：${rest.join('；')}` : wordsOf(fault)
}
