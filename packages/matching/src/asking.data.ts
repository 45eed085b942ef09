/**
 * Words of asking: what stands in questions of any subject, and says nothing of which. Longer ones are taken first. Of a question without them its subject is left;
 * two that have only these in common (“…需要什么材料”) are not alike.
 */
const words = `
怎么办理 怎么办 怎么 怎样 如何 什么时候 什么 时候 为什么 哪里 哪些 哪个 哪种 哪几 多少钱 多少 多久 多长时间 多长 多大 几点 几天 几号 几个 几岁
是不是 能不能 可不可以 要不要 有没有 需不需要 会不会 行不行 好不好 是否 能否 可否 吗 呢 吧 啊 呀 嘛 么 了 的 地 得 着 过
可以 需要 应该 必须 能够 想要 想 要 能 会 行 有 是 在 到 去 给 把 被 让 从 对 向 跟 和 与 及 或 还 也 都 就 才 再 又 很 太
办理 办法 申请 申报 领取 领 办 弄 搞 做 用 带 拿 交 找 打 看 说 问 知道 了解 告诉 帮忙 帮 请
谁 我们 我 你们 你 他们 他 她 它 这个 这 那个 那 这里 那里 这边 那边 一个 一下 一些 有关 关于
条件 材料 资料 手续 流程 程序 步骤 标准 要求 规定 政策 时间 地点 地址 电话 号码 地方 费用 价格 收费 钱 开始 结束 开放 开门 关门 上班 报名
现在 目前 今天 明天 最近 已经 没有 没 不 如果 因为 所以 但是 比如 情况 问题 事情 事 东西 方式 方法 原因 意思 区别 回事 一般 具体 主要 相关 其他
`
export const asking = new RegExp(words.trim().split(/\s+/).toSorted((a, b) => b.length - a.length).join('|'), 'g')
