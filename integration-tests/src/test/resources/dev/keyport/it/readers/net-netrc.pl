# Perl's Net::Netrc. A question a line as JSON, its answer a line as JSON.
use strict;
use warnings;
use File::Basename qw(dirname);
use JSON::PP;

# The module asks the system for the home folder, and keeps what it has read: it is loaded anew for
# each question.
my $home = '';
BEGIN {
  *CORE::GLOBAL::getpwuid = sub { return ('', '', $_[0], 0, '', '', '', $home) };
}

my $json = JSON::PP->new->utf8->canonical->allow_nonref;
$| = 1;
load();
print $json->encode({ "Perl's Net::Netrc" => "$Net::Netrc::VERSION" }), "\n";
while (my $line = <STDIN>) {
  print $json->encode(answer($json->decode($line))), "\n";
}

sub load {
  # That its functions are defined again.
  local $SIG{__WARN__} = sub { };
  delete $INC{'Net/Netrc.pm'};
  require Net::Netrc;
}

sub answer {
  my ($question) = @_;
  $home = dirname($question->{file});
  load();
  # What it says of values that it loses.
  local $SIG{__WARN__} = sub { };
  my $found = Net::Netrc->lookup($question->{host}) or return undef;
  return { login => text(scalar $found->login), password => text(scalar $found->password) };
}

sub text {
  my ($bytes) = @_;
  utf8::decode($bytes) if defined $bytes;
  return $bytes;
}
