package dev.keyport.netrc;

/**
 * Programs that read a netrc, as groups that misread alike. What each does was seen by running it:
 * Ruby's netrc 0.11, netrc-parser 3.1 of the Heroku CLI, npm's netrc 0.1, JGit 7.8, cmd/go 1.19,
 * bgentry's and git-lfs's go-netrc, Python 3.6 to 3.13, curl 7.88 and 8, wget 1.21, Net::Netrc
 * 3.14, git's contrib git-credential-netrc, tnftp and inetutils ftp.
 */
final class Readers {
  static final String WITHOUT_QUOTES =
      "Ruby's netrc, the Heroku CLI, npm's netrc, JGit, Go programs, Python up to 3.10 and curl"
          + " before 7.84";
  static final String PERL = "Perl's Net::Netrc and git-credential-netrc";
  static final String CUT_AT_HASH = "Ruby's netrc and npm's netrc";
  static final String DROP_BACKSLASH =
      "Python since 3.11, wget, Perl's Net::Netrc and git-credential-netrc";
  static final String FTP = "ftp (tnftp and inetutils)";
  static final String TNFTP = "tnftp";
  static final String OLD_PYTHON = "Python up to 3.10";
  static final String UNICODE_BLANKS = "Go programs and the Heroku CLI";

  private Readers() {}
}
