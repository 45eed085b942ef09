// Who may know whom: the table of ARCHITECTURE.md as rules. `npm run check` runs it; by hand: npx depcruise apps/*/src packages
const { spawnSync } = require('node:child_process')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

// TypeScript 7 has no API to read sources with, and without one nothing would be looked at: start again with version 6, installed beside it.
if (!require('typescript/package.json').version.startsWith('6.')) {
  const hook = pathToFileURL(join(__dirname, 'tools/typescript6.ts')).href
  process.exit(spawnSync(process.execPath, ['--import', hook, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1)
}

/** A module calls others only through their index.ts — threads of its own through light.ts —, and only these; against the arrow there is the journal. */
const mayCall = {
  organisation: [],
  // How many there are of what, kept up as records change; what is counted each module says in its measures.ts.
  measure: [],
  // The installation's own map.
  atlas: ['organisation'],
  // Borders of grids, and what goes along when they are drawn anew; data of the map that come as files.
  zoning: ['notice', 'organisation'],
  mapping: ['organisation', 'zoning'],
  calendar: [],
  dictionary: [],
  identity: ['organisation'],
  account: ['identity', 'organisation'],
  matter: ['organisation'],
  routing: ['matter', 'organisation'],
  reply: ['matter', 'organisation'],
  bookmark: [],
  duty: ['calendar', 'organisation'],
  // How values of the base are read, settled and remembered, whatever they are of.
  record: [],
  housing: ['measure', 'organisation', 'record'],
  building: ['measure', 'organisation', 'record'],
  // Two records that may be one person; `duplicate` is of events.
  twin: ['organisation'],
  person: ['housing', 'measure', 'organisation', 'record', 'twin'],
  transfer: ['organisation', 'person'],
  household: ['housing', 'measure', 'organisation', 'person', 'record'],
  relation: ['enterprise', 'housing', 'organisation', 'person'],
  enterprise: ['measure', 'organisation', 'person', 'record'],
  thing: ['measure', 'organisation', 'person', 'record'],
  document: ['enterprise', 'household', 'housing', 'organisation', 'person', 'thing'],
  field: ['organisation', 'record'],
  tag: ['enterprise', 'household', 'housing', 'organisation', 'person', 'thing'],
  // Restricted groups: nobody calls it.
  special: ['organisation', 'person', 'record'],
  claim: ['enterprise', 'household', 'housing', 'organisation', 'person', 'record', 'thing'],
  // What is done at somebody's door with a phone, of all kinds of records in one.
  doorstep: ['household', 'housing', 'organisation', 'person', 'record', 'relation'],
  find: ['enterprise', 'housing', 'organisation', 'person', 'thing'],
  quality: ['housing', 'measure', 'organisation', 'person'],
  // What is written down day by day, with columns that an office sets.
  logbook: ['enterprise', 'field', 'housing', 'organisation', 'record', 'thing'],
  ledger: ['household', 'logbook', 'organisation', 'person', 'record', 'thing'],
  // What the cells of a table say that somebody sends in; pure.
  cell: ['record'],
  intake: ['cell', 'enterprise', 'household', 'housing', 'ledger', 'organisation', 'person', 'record', 'tag', 'thing'],
  // What is to be said and when; what happened it hears from the journal.
  notice: [],
  // A resident's talk with the machine; people come to it through `attend`.
  reception: ['calendar', 'duty', 'identity', 'knowledge', 'matter', 'measure', 'notice', 'organisation'],
  attend: ['duty', 'event', 'knowledge', 'organisation', 'reception'],
  learning: ['knowledge', 'organisation'],
  // What became of talks, in numbers; it reads what others keep.
  board: ['organisation'],
  duplicate: ['matter', 'organisation'],
  event: ['calendar', 'duplicate', 'identity', 'matter', 'notice', 'organisation', 'routing'],
  // Which events concern a record of the base.
  concern: ['enterprise', 'event', 'housing', 'organisation', 'person'],
  desk: ['event', 'matter'],
  // Where people in the field are, as far as they share it.
  presence: ['calendar', 'organisation'],
  // 数字沙盘: what a map shows of what others keep.
  sandtable: ['event', 'matter', 'organisation'],
  knowledge: ['matter', 'notice', 'organisation'],
  insight: ['measure'],
  indicator: ['building', 'enterprise', 'household', 'housing', 'insight', 'matter', 'measure', 'organisation', 'person', 'quality', 'reception', 'thing'],
  // 报表: figures as they were told, frozen and signed.
  bulletin: ['indicator', 'insight', 'measure', 'notice', 'organisation'],
  governance: ['insight', 'matter', 'notice', 'organisation'],
  // Scores that follow from what others keep; what is to be looked at.
  risk: ['calendar', 'event', 'matter', 'notice', 'organisation', 'person'],
  link: ['event'],
  whistle: ['calendar', 'event', 'notice', 'organisation'],
  // What is kept of people, why and how long.
  processing: ['organisation'],
  rights: ['calendar', 'identity', 'organisation', 'person', 'processing', 'retention'],
  retention: ['enterprise', 'household', 'housing', 'person', 'processing', 'thing'],
  audit: [],
  system: [],
}

const server = '^apps/server/src'
const modules = `${server}/modules`
const rules = `${modules}/[a-z]+/[a-z-]*rules[.]ts$`
const queries = `${modules}/[a-z]+/[a-z-]*queries[.]ts$`
const tests = '[.](test|fixture)[.]tsx?$|^apps/server/(test|demo)/'
const ours = '^(apps|packages)/'

/** `from` may import nothing of ours but what matches `may`; of `types` only the types. */
const only = (name, from, { may = [], types = [] }) => [
  { name, severity: 'error', from: { path: from, pathNot: tests }, to: { path: ours, pathNot: [...may, ...types] } },
  ...types.length === 0 ? [] : [{ name: `${name}, types only`, severity: 'error', from: { path: from, pathNot: tests }, to: { path: types, pathNot: may, dependencyTypesNot: ['type-only'] } }],
]
const never = (name, from, to) => ({ name, severity: 'error', from: { pathNot: tests, ...from }, to })

module.exports = {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    // The resident app's #element and #phone are another file for each platform.
    { name: 'nothing that is not there', severity: 'error', from: { pathNot: '^apps/resident/' }, to: { couldNotResolve: true } },

    ...only('standards know nothing of ours', '^packages/standards/', { may: ['^packages/standards/'] }),
    ...only('matching knows nothing of ours', '^packages/matching/', { may: ['^packages/matching/'] }),
    ...only('reading tables knows the standards', '^packages/sheet/', { may: ['^packages/(sheet|standards)/'] }),
    ...only('the contract knows the standards', '^packages/contract/', { may: ['^packages/(contract|standards)/'] }),
    ...only('the client knows the types of the contract', '^packages/client/', { may: ['^packages/client/'], types: ['^packages/contract/'] }),
    ...only('the console knows client, contract and standards', '^apps/console/src/', { may: ['^apps/console/', '^packages/(client|contract|standards)/'] }),
    // Labels and other words are plain data; the schemas would bring zod to the phone.
    ...only('the resident app knows client, words, standards and the types of the contract', '^apps/resident/src/', { may: ['^apps/resident/', '^packages/(client|standards)/', '^packages/contract/src/words/'], types: ['^packages/contract/'] }),

    ...only('the kernel knows no module', `${server}/kernel/`, { may: [`${server}/kernel/`, '^packages/(contract|standards)/'], types: [`${server}/outside/`] }),
    ...only('outside knows the settings and nothing of the house', `${server}/outside/`, { may: [`${server}/outside/`, '^packages/(contract|matching|standards)/'], types: [`${server}/config[.]ts`] }),
    ...only('PostgreSQL is started by what knows nothing of the house', `${server}/postgres/`, { may: [`${server}/postgres/`] }),
    ...only('rules decide and do not act', rules, { may: [rules, '^packages/(contract|standards)/'], types: [`${server}/kernel/`, `${modules}/`] }),
    ...only('queries fetch and store', queries, { may: [queries, `${server}/kernel/(ctx|db|schema[.]gen|page|actor|session-cookie)[.]ts`, '^packages/standards/'], types: ['^packages/contract/', rules] }),
    ...Object.entries(mayCall).flatMap(([module, others]) => [
      never(`${module} calls only ${others.join(', ') || 'nobody'}`, { path: `${modules}/${module}/` }, { path: `${modules}/`, pathNot: [`${modules}/${module}/`, ...others.map((other) => `${modules}/${other}/(index|light)[.]ts$`)] }),
    ]),
    never('a module knows the kernel and the outside, not who starts it', { path: `${modules}/` }, { path: server, pathNot: [`${modules}/`, `${server}/(kernel|outside)/`] }),
    never('others come through a module’s door', { path: `${server}/`, pathNot: [tests, `${modules}/`] }, { path: `${modules}/`, pathNot: '/index[.]ts$' }),
    never('only jobs and what reaches out before the transaction know the outside', { path: `${modules}/`, pathNot: [tests, '/(jobs|reach|index)[.]ts$'] }, { path: `${server}/outside/`, pathNot: '/failure[.]ts$' }),
    never('what the modules stand on does not know them', { path: `${server}/(kernel|outside|postgres)/` }, { path: `${modules}/` }),
    never('nobody calls who starts', { path: server, pathNot: [tests, `${server}/(main|command|start)`] }, { path: [`${server}/main[.]ts`, `${server}/command/`] }),

    never('only the kernel and what starts it open connections', { path: server, pathNot: [tests, `${server}/kernel/(db|realtime|jobs|job-state)[.]ts`, `${server}/(start|postgres|command)/`] }, { path: '^node_modules/(pg|pg-boss)/', dependencyTypesNot: ['type-only'] }),
    never('only outside uses the network', { path: `${server}/(kernel|modules)/` }, { path: '^(node:)?(https?|http2|net|tls|dgram|dns)(/|$)|^node_modules/(undici|openid-client)/' }),
    never('nothing lives on tests', { path: ours }, { path: tests, pathNot: '^apps/server/demo/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/[.]cache)/' },
    // Types count too: a circle of types is read in circles as well.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
