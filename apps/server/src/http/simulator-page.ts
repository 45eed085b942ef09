/** What a stand-in on loopback was told, for who looks at a demonstration: newest first. */
export interface SimulatorPage { path: string, title: string, hint: string, nothing: string, columns: readonly string[], rows: readonly (readonly string[])[], isStill: boolean }

/** Refreshes itself without a script until it is asked to stand still (WCAG 2.2.1). Cells are HTML. */
export const simulatorPage = ({ path, title, hint, nothing, columns, rows, isStill }: SimulatorPage): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isStill ? '' : '<meta http-equiv="refresh" content="5">\n'}<title>${title} · 邻里</title>
<style>
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; font: 1.0625rem/1.6 system-ui, sans-serif; color: #1f2329; background: #fff }
.wide { overflow-x: auto; margin-top: 1rem }
table { width: 100%; border-collapse: collapse }
th, td { text-align: left; padding: .6rem .5rem; border-bottom: 1px solid #d0d3d9; vertical-align: top; overflow-wrap: anywhere; min-width: 12rem }
td.brief, th.brief { white-space: nowrap; min-width: 0 }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
summary { cursor: pointer }
a { color: #0b57d0 }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${hint}</p>
<p><a href="${path}">立即刷新</a>　${isStill ? `<a href="${path}">恢复自动刷新</a>` : `<a href="${path}?still">停止自动刷新</a>（现在每 5 秒刷新一次）`}</p>
${rows.length === 0 ? `<p>${nothing}</p>` : table(columns, rows)}
</main>
</body>
</html>
`

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string => `<div class="wide" tabindex="0" role="region" aria-label="记录"><table>
<thead><tr>${columns.map((column, at) => `<th scope="col"${brief(at, columns)}>${column}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell, at) => `<td${brief(at, columns)}>${cell}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`

/** Times and numbers are not broken. */
const brief = (at: number, columns: readonly string[]): string => (['时间', '手机号'].includes(columns[at]!) ? ' class="brief"' : '')

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })
export const momentOf = (at: string): string => clock.format(new Date(at))

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const plain = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char]!)
