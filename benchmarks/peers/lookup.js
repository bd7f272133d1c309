// Finds a host's password with netrc-parser.
//
// FILE HOST prints it; FILE HOST SECONDS looks it up again and again, and prints the milliseconds of
// each time. The module is looked for from the working folder.
const { createRequire } = require("module");
const { Netrc } = createRequire(process.cwd() + "/")("netrc-parser");

const [file, host, seconds] = process.argv.slice(2);

function lookup() {
  const netrc = new Netrc(file);
  netrc.loadSync();
  return netrc.machines[host].password;
}

if (seconds === undefined) {
  console.log(lookup());
} else {
  const end = performance.now() + Number(seconds) * 1000;
  while (performance.now() < end) {
    const start = performance.now();
    lookup();
    require("fs").writeSync(1, performance.now() - start + "\n");
  }
}
