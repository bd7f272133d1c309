# Ruby's netrc gem. A question a line as JSON, its answer a line as JSON.
Encoding.default_external = Encoding::UTF_8
require 'json'
require 'netrc'

def answer(question)
  found = Netrc.read(question['file'])[question['host']]
  found && { login: found.login, password: found.password }
rescue Netrc::Error, ArgumentError => e
  { refused: e.class.name }
end

puts JSON.generate("Ruby's netrc" => Netrc::VERSION)
$stdin.each_line { |line| puts JSON.generate(answer(JSON.parse(line))) }
