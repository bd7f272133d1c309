// netrc-parser, which the Heroku CLI reads with. A question a line as JSON, its answer a line as JSON.
const readline = require('readline')
const { Netrc } = require('netrc-parser')
const { version } = require('netrc-parser/package.json')

const say = (value) => process.stdout.write(JSON.stringify(value) + '\n')

function answer({ file, host }) {
  const netrc = new Netrc(file)
  try {
    netrc.loadSync()
  } catch (error) {
    return { refused: error.name }
  }
  const found = Object.hasOwn(netrc.machines, host) ? netrc.machines[host] : undefined
  return found ? { login: found.login, password: found.password } : null
}

say({ 'the Heroku CLI': version })
readline.createInterface({ input: process.stdin }).on('line', (line) => say(answer(JSON.parse(line))))
