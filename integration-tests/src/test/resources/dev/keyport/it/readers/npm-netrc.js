// npm's netrc. A question a line as JSON, its answer a line as JSON.
const readline = require('readline')
const netrc = require('netrc')
const { version } = require('netrc/package.json')

const say = (value) => process.stdout.write(JSON.stringify(value) + '\n')

function answer({ file, host }) {
  try {
    const found = netrc(file)[host]
    return found ? { login: found.login, password: found.password } : null
  } catch (error) {
    return { refused: error.name }
  }
}

say({ "npm's netrc": version })
readline.createInterface({ input: process.stdin }).on('line', (line) => say(answer(JSON.parse(line))))
