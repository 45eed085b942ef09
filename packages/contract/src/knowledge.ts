import * as z from 'zod'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { answerBand, entranceKind, knowledgeStatus, knowledgeStep, knowledgeTerm, revisionStatus } from './words/index.ts'

const Words = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`)
const Entrance = z.object({ kind: choice(entranceKind), text: Text(200) })
const Source = z.object({ title: Text(200), date: Day.nullable() })

/** The limits of an entry, which its table in a file keeps too. */
export const mostKnowledge = { similar: 60, steps: 20, materials: 30, entry: 10, question: 120, short: 300, long: 5000, line: 300 } as const

/** What is written of an answer. A draft may be unfinished; what is missing is said when it is submitted. */
export const KnowledgeContent = z.object({
  question: Text(mostKnowledge.question),
  similar: z.array(Text(mostKnowledge.question)).max(mostKnowledge.similar, `最多 ${mostKnowledge.similar} 个相似问法`).default([]),
  category: Words(20).default(''),
  answerShort: Words(mostKnowledge.short).default(''),
  answerLong: Words(mostKnowledge.long).default(''),
  steps: z.array(Text(mostKnowledge.line)).max(mostKnowledge.steps, `最多 ${mostKnowledge.steps} 步`).default([]),
  materials: z.array(Text(mostKnowledge.line)).max(mostKnowledge.materials, `最多 ${mostKnowledge.materials} 份材料`).default([]),
  entry: z.array(Entrance).max(mostKnowledge.entry, `最多 ${mostKnowledge.entry} 个办理入口`).default([]),
  phone: Words(60).default(''),
  audience: Words(200).default(''),
  source: Source.nullable().default(null),
  /** First and last day on which it is given; null: from its publication on, without an end. */
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
  /** A matter of the directory that may be reported about it. */
  matter: z.string().max(10).nullable().default(null),
  /** Not yet checked by somebody who knows: residents are told so. */
  isUnchecked: z.boolean().default(false),
  /** A community's word that the sub-district's answer does not hold there. */
  isNotForUs: z.boolean().default(false),
}).superRefine(({ validFrom, validTo }, ctx) => {
  if (validFrom && validTo && validTo < validFrom) ctx.addIssue({ code: 'custom', path: ['validTo'], message: '结束日期不能早于开始日期' })
})

/** What a resident is told: an answer with where it comes from and how long it holds. `version`: of the entry. */
export const AnswerCard = z.object({
  question: z.string(), answerShort: z.string(), answerLong: z.string(), steps: z.array(z.string()), materials: z.array(z.string()), entry: z.array(z.object({ kind: choice(entranceKind), text: z.string() })), phone: z.string(), audience: z.string(),
  source: z.object({ title: z.string(), date: Day.nullable() }).nullable(), validFrom: Day.nullable(), validTo: Day.nullable(), version: z.number().int(), isUnchecked: z.boolean(),
})

/** What was found to a question. `version`: of the knowledge of the sub-district as a whole, which grows with everything that begins or ceases to be told. */
export const AnswersFound = z.object({
  version: z.number().int(), band: choice(answerBand),
  hits: z.array(z.object({ entry: Id, revision: z.number().int(), question: z.string(), confidence: z.number(), card: AnswerCard })).max(3),
})

/** Who sees to it that it stays right: somebody, or whoever has a role there. */
const Owner = z.object({ person: Id.nullable(), role: z.string().max(40).nullable() }).refine(({ person, role }) => (person === null) !== (role === null), '请选择一个人或一个角色')
const Revision = z.object({ no: z.number().int(), status: choice(revisionStatus), authorName: z.string(), writtenAt: When, reviewerName: z.string().nullable(), reviewedAt: When.nullable(), reviewNote: z.string(), note: z.string(), versionFrom: z.number().int().nullable(), versionTo: z.number().int().nullable(), endedAt: When.nullable() })
export const KnowledgeRevision = Revision.extend({ content: z.object({ ...KnowledgeContent.shape, matterName: z.string().nullable() }) })

export const KnowledgeRow = z.object({
  id: Id, no: z.number().int(), area: AreaPath, areaName: z.string(), status: choice(knowledgeStatus), open: z.enum(['draft', 'review']).nullable(), question: z.string(), category: z.string(), answerShort: z.string(), similar: z.number().int(),
  validFrom: Day.nullable(), validTo: Day.nullable(), term: choice(knowledgeTerm).nullable(), isUnchecked: z.boolean(), isNotForUs: z.boolean(), isReplacing: z.boolean(), ownerName: z.string(), changedAt: When, changedBy: z.string(), proposals: z.number().int(),
  /** The open version, which is submitted or reviewed; and whether this person may do either. */
  openNo: z.number().int().nullable(), maySubmit: z.boolean(), mayApprove: z.boolean(),
})
/** From which sureness a question is answered, and from which the nearest are offered. */
const Thresholds = z.object({ answer: z.number().min(0.3, '不低于 30%').max(0.99, '不高于 99%'), offer: z.number().min(0.01, '不低于 1%').max(0.9, '不高于 90%') }).refine(({ answer, offer }) => offer < answer, { message: '推荐的门槛要低于直接回答的门槛', path: ['offer'] })
/** Each line: names of one thing. Without thresholds those of the next place hold. */
const Matching = z.object({ terms: z.array(Words(120)).max(200, '最多 200 行'), thresholds: Thresholds.nullable() })

const MatchingView = z.object({ area: AreaPath, areaName: z.string(), terms: z.array(z.string()), thresholds: Thresholds.nullable(), above: z.object({ terms: z.array(z.string()), thresholds: Thresholds }), changedBy: z.string().nullable(), changedAt: When.nullable(), mayChange: z.boolean() })

const Named = z.object({ id: Id, no: z.number().int(), question: z.string(), areaName: z.string(), status: choice(knowledgeStatus) })
export const KnowledgeView = KnowledgeRow.omit({ proposals: true, openNo: true, maySubmit: true, mayApprove: true }).extend({
  owner: z.object({ person: Id.nullable(), role: z.string().nullable() }),
  /** What residents are told now, what is being written, and what was told last where nothing is told any more. */
  published: KnowledgeRevision.nullable(), draft: KnowledgeRevision.nullable(), last: KnowledgeRevision.nullable(),
  revisions: z.array(Revision),
  /** The sub-district's entry it stands for; of one of those, what communities tell in its place. */
  replaces: Named.nullable(), replacedBy: z.array(Named),
  proposals: z.array(z.object({ id: Id, text: z.string(), note: z.string(), by: z.string(), at: When, areaName: z.string() })),
  steps: z.array(choice(knowledgeStep)), mayEdit: z.boolean(),
})
export const ProposalsDecided = z.object({ taken: z.array(Id).max(100).default([]), declined: z.array(Id).max(100).default([]) })

const One = z.object({ id: Id, no: z.number().int() })
const Some = z.object({ items: z.array(One).min(1, '请选择').max(100, '一次最多 100 条') })
const Done = z.object({ done: z.number().int(), version: z.number().int().nullable() })
/** `seen`: when what one has seen was changed; whoever has seen another one is refused. */
const Seen = z.object({ id: Id, seen: When })

const filters = {
  text: z.string().trim().max(60).optional(), category: z.string().max(20).optional(), status: choice(knowledgeStatus).optional(), open: z.enum(['draft', 'review']).optional(), area: AreaPath.optional(), term: choice(knowledgeTerm).optional(),
  owner: z.string().trim().max(40).optional(), isMine: z.boolean().optional(), isUnchecked: z.boolean().optional(), isProposed: z.boolean().optional(), replaces: Id.optional(),
}
/** A workbook in base64. What comes in is bounded by what a request may be (1 MB): some thousand answers. */
const File = z.object({ fileName: z.string(), xlsx: z.string() })
export const mostKnowledgeBytes = 700_000
const Sent = z.object({ area: AreaPath, file: z.string().min(1, '请选择文件').max(Math.ceil(mostKnowledgeBytes * 4 / 3) + 4, '文件超过 700 KB，请拆分后再导入') })
const Count = z.number().int()

export const knowledge = {
  list: reads({ title: '知识库', may: 'knowledge.view', input: page(filters), output: pageOf(KnowledgeRow) }),
  /** What waits for this person: theirs that end soon or have ended, what they may review, what was proposed. 99 at most each. */
  counts: reads({ title: '知识库待办数', may: 'knowledge.view', input: z.object({}), output: z.object({ soon: z.number().int(), over: z.number().int(), review: z.number().int(), proposed: z.number().int(), version: z.number().int() }) }),
  categories: reads({ title: '知识库分类', may: 'knowledge.view', input: z.object({}), output: z.object({ rows: z.array(z.object({ category: z.string(), entries: z.number().int() })) }) }),
  owners: reads({ title: '可负责知识的人员', may: 'knowledge.edit', input: z.object({ area: AreaPath }), output: z.object({ people: z.array(z.object({ id: Id, name: z.string() })), roles: z.array(z.object({ code: z.string(), name: z.string() })) }) }),
  get: reads({ title: '一条知识', may: 'knowledge.view', input: z.object({ id: Id }), output: KnowledgeView }),
  revision: reads({ title: '知识的一个版本', may: 'knowledge.view', input: One, output: KnowledgeRevision }),
  /** What is found to a question, with the cards as residents would see them; `matching`: as if that were said of the place. */
  tryOut: reads({ title: '试一试', may: 'knowledge.view', input: z.object({ question: Text(200), area: AreaPath, matching: Matching.optional() }), output: AnswersFound }),
  /** A place's own names and thresholds of the matcher; `above`: what holds there besides, or where it says nothing. */
  matching: reads({ title: '问法识别', may: 'knowledge.view', input: z.object({ area: AreaPath }), output: MatchingView }),
  setMatching: writes({ title: '调整问法识别', may: 'knowledge.review', perMinute: 20, input: Matching.extend({ area: AreaPath }), output: MatchingView }),
  /** `replaces`: the sub-district's entry in whose place a community's own one is to stand. */
  write: writes({ title: '新增知识', may: 'knowledge.edit', input: z.object({ area: AreaPath.optional(), replaces: Id.optional(), owner: Owner.optional(), content: KnowledgeContent }), output: KnowledgeView }),
  /** Changes the draft, or begins one beside what is published. */
  change: writes({ title: '修改知识', may: 'knowledge.edit', input: Seen.extend({ owner: Owner.optional(), note: Words(200).default(''), content: KnowledgeContent, proposals: ProposalsDecided.optional() }), output: KnowledgeView }),
  /** A former version becomes the draft. */
  restore: writes({ title: '恢复知识的历史版本', may: 'knowledge.edit', input: Seen.extend({ no: z.number().int() }), output: KnowledgeView }),
  submit: writes({ title: '提交审核知识', may: 'knowledge.edit', input: Some, output: Done }),
  takeBack: writes({ title: '撤回审核', may: 'knowledge.edit', input: One, output: KnowledgeView }),
  /** `isGone`: it was never published, and nothing of it is left to see. */
  drop: writes({ title: '放弃草稿', may: 'knowledge.edit', input: One, output: z.object({ isGone: z.boolean() }) }),
  /** By somebody who has not written it. */
  sendBack: writes({ title: '退回修改知识', may: 'knowledge.review', input: One.extend({ note: Text(200) }), output: KnowledgeView }),
  withdraw: writes({ title: '撤下知识', may: 'knowledge.review', input: z.object({ id: Id, reason: Text(200) }), output: KnowledgeView }),
  /** At most 2,000, as they are told, else as they are written. */
  export: reads({ title: '导出知识库', may: 'knowledge.view', perMinute: 10, input: z.object(filters), output: File.extend({ rows: Count, isMore: z.boolean() }) }),
  template: reads({ title: '知识库导入模板', may: 'knowledge.edit', input: z.object({}), output: File }),
  /** What a file would do, without doing it: of each row what is wrong and how it is mended. */
  look: reads({ title: '试导入知识', may: 'knowledge.edit', perMinute: 20, input: Sent, output: z.object({ rows: z.array(z.object({ at: Count, no: Count.nullable(), question: z.string(), does: z.enum(['fresh', 'change', 'same', 'fault']), faults: z.array(z.object({ column: z.string(), message: z.string() })) })) }) }),
  /** Drafts of what is new or changed, all of them or none. */
  import: writes({ title: '导入知识', may: 'knowledge.edit', perMinute: 20, input: Sent.extend({ isSubmitted: z.boolean().default(false) }), output: z.object({ fresh: Count, changed: Count, same: Count }) }),
  setOwner: writes({ title: '更换知识负责人', may: 'knowledge.edit', input: z.object({ id: Id, owner: Owner }), output: KnowledgeView }),
}
