import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RelationKind } from '@linli/contract'
import { hindrance, type End } from './rules.ts'

for (const [kind, given, expected] of [
  ['family', { person: 'a', relative: 'b' }, undefined], ['family', { person: 'a', relative: 'a' }, '不能是同一个人'], ['family', { person: 'a' }, '请选择亲属'], ['family', { person: 'a', relative: 'b', housing: 'c' }, '这种关系不涉及房屋'],
  ['landlord', { person: 'a', housing: 'c' }, undefined], ['landlord', { enterprise: 'a', housing: 'c' }, undefined], ['landlord', { person: 'a' }, '请选择房屋'], ['landlord', { person: 'a', enterprise: 'b', housing: 'c' }, '这种关系不涉及房屋'],
  ['employer', { enterprise: 'a', person: 'b' }, undefined], ['employer', {}, '请选择单位'], ['steward', { person: 'a', building: '/b/' }, undefined], ['steward', { person: 'a' }, '请选择楼幢'],
] as [RelationKind, Partial<Record<End, string>>, string | undefined][]) test(`${kind} of ${Object.keys(given).join(' and ') || 'nothing'}: ${expected ?? 'fine'}`, () => assert.equal(hindrance(kind, given)?.message, expected))
