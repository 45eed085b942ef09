import { Refusal } from '@linli/client'
import type { ProblemBody } from '@linli/contract'
import type { FormInstance } from 'antd'
import { useState } from 'react'
import { codeOf, wordsOf } from '../../kernel/call.ts'

export type FieldPath = (string | number)[]

/** Where the server's complaints belong in the form: `take.photos.0` under `take` is the field photos. Those of no field are told above the form. */
export function placed(fields: ProblemBody['fields'], isKnown: (path: FieldPath) => boolean, under = ''): { path: FieldPath, message: string }[] {
  return (fields ?? []).flatMap(({ path, message }) => {
    const parts = path.split('.').filter((part, index) => !(index === 0 && part === under)).map((part) => /^\d+$/.test(part) ? Number(part) : part)
    for (let length = parts.length; length > 0; length--) {
      const head = parts.slice(0, length)
      if (isKnown(head)) return [{ path: head, message }]
    }
    return []
  })
}

interface SubmitOptions {
  /** The name of the part of the input that the form holds, as complaints are addressed. */
  under?: string
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
      if (!options.onRefusal?.(codeOf(fault) ?? '')) setComplaint(complain(form, fault, options.under))
    } finally {
      setBusy(false)
    }
  }
  return { submit, isBusy, complaint, quiet: () => setComplaint(undefined) }
}

function complain<V extends object>(form: FormInstance<V>, fault: unknown, under?: string): string {
  const fields = fault instanceof Refusal ? fault.problem.fields : undefined
  const found = placed(fields, (path) => form.getFieldInstance(path as never) !== undefined || form.isFieldTouched(path as never), under)
  form.setFields(found.map(({ path, message }) => ({ name: path, errors: [message] })) as never)
  const unplaced = (fields ?? []).slice(found.length).map((field) => field.message)
  return unplaced.length > 0 ? `${wordsOf(fault)}：${unplaced.join('；')}` : wordsOf(fault)
}
