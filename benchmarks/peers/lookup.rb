# Finds a host's password with the netrc gem.
#
# FILE HOST prints it; FILE HOST SECONDS looks it up again and again, and prints the milliseconds of
# each time.
require "netrc"

file, host, seconds = ARGV
lookup = -> { Netrc.read(file)[host].password }
now = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }

if seconds.nil?
  puts lookup.call
else
  $stdout.sync = true
  last = now.call + seconds.to_f
  while now.call < last
    start = now.call
    lookup.call
    puts (now.call - start) * 1000
  end
end
