#!/usr/bin/env node
// `npx pitlamp <verb>`: the commands, on the Node they are made for.
// Old syntax on purpose, so that an older Node can still read it and say what is wrong.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `矿灯需要 Node.js 20 或更新版本，这里是 ${process.versions.node}。 / Pitlamp needs Node.js 20 or newer; this is ${process.versions.node}.`,
  )
  process.exit(1)
}

void import('../tools/serve.mjs').then(({ command }) => command(process.argv.slice(2)))
