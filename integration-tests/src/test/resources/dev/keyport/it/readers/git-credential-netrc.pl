# git's contrib helper git-credential-netrc, the path of which is the argument. A question a line as
# JSON, its answer a line as JSON. The helper is read and run anew for each, in this one process.
use strict;
use warnings;
use JSON::PP;

# For the helper, which ends itself where it knows nothing.
BEGIN {
  *CORE::GLOBAL::exit = sub { die "ended\n" };
}

my ($helper) = @ARGV;
my $json = JSON::PP->new->utf8->canonical->allow_nonref;
$| = 1;
my $version = qx(git --version);
print $json->encode({ 'git-credential-netrc' => $version }), "\n";
my @questions = <STDIN>;
close STDIN;
for (@questions) {
  print $json->encode(answer($json->decode($_))), "\n";
}

sub answer {
  my ($question) = @_;
  my $asked = "protocol=https\nhost=$question->{host}\n\n";
  my $said = '';
  open(STDIN, '<', \$asked) or die "stdin: $!";
  open(my $memory, '>', \$said) or die "memory: $!";
  # It need not ask git for the name of gpg.
  local @ARGV = ('--file', $question->{file}, '--gpg', 'gpg', 'get');
  my $stdout = select $memory;
  {
    # That its functions are defined again.
    local $SIG{__WARN__} = sub { };
    do $helper;
  }
  select $stdout;
  close STDIN;
  my %value = map { split /=/, $_, 2 } grep { /=/ } split /\n/, $said;
  utf8::decode($_) for values %value;
  return %value ? { login => $value{username}, password => $value{password} } : undef;
}
