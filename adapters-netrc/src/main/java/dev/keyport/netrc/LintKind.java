package dev.keyport.netrc;

import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.store.StoreWarning;

/** What in a netrc breaks one of its readers; each was seen to, by running the readers named. */
enum LintKind {
  BYTE_ORDER_MARK(
      "byte-order-mark",
      "the file begins with a byte order mark",
      "curl and git find nothing, Python and npm's netrc refuse the file, and JGit gives the second"
          + " host the first one's login and password",
      "save it as UTF-8 without one"),
  CRLF(
      "crlf",
      "the line ends with CR LF",
      "the Heroku CLI finds no entry, ftp takes the CR for part of the value",
      "end lines with LF alone: sed -i 's/\\r$//' FILE"),
  NOT_UTF8(
      "not-utf8",
      "there is a byte that is not UTF-8",
      "Python and Ruby's netrc refuse the file, also for one in a comment",
      "save the file as UTF-8"),
  LARGE_FILE(
      "large-file",
      "there is over 128 KiB besides comments",
      "curl 8 refuses the file",
      "remove entries that are not used any more"),
  HUGE_LINE(
      "huge-line",
      "the line has 16 KiB or more",
      "curl 8 refuses the file, also for a comment; curl 7.88 and git skip the line",
      "break it, or remove it"),
  LONG_LINE(
      "long-line",
      "the line has over 4094 bytes",
      "curl 7.88 and git skip it",
      "break it between two words"),
  LONG_VALUE(
      "long-value",
      "a value has 4000 bytes or more",
      "curl 8 refuses the file from 4096 on, curl 7.88 and git skip its line from 4095 on",
      "keep this one in another store, as the keychain"),
  UNKNOWN_WORD(
      "unknown-word",
      "there is a word that is no keyword",
      "Python and some Go programs refuse the file",
      "remove the word, and the value behind it"),
  OUTSIDE_ENTRY(
      "outside-entry",
      "a login or password stands outside any entry and is nobody's",
      "Python and some Go programs refuse the file",
      "put the line under the machine it is for"),
  COMMENT_READ(
      "comment-read",
      "a comment follows an empty line, a trailing blank or a quoted value, or its # touches a word",
      "Python since 3.11 refuses the file",
      "put it right below another line, with a blank behind the #; or keep it to one word"),
  MACHINE_IN_COMMENT(
      "machine-in-comment",
      "a comment has the word machine",
      Readers.PERL + ", ftp and the Heroku CLI take what follows for an entry",
      "remove the comment, and change a password in it that is still good"),
  KEYWORD_IN_COMMENT(
      "keyword-in-comment",
      "a comment behind an entry has a keyword in it",
      "curl 8, " + Readers.PERL + " and ftp take the word behind it for the entry's own",
      "put the comment on a line of its own"),
  CRLF_COMMENT(
      "crlf-comment",
      "a comment stands behind an entry on a line that ends with CR LF",
      "the Heroku CLI hangs for good",
      "put the comment on a line of its own, and end lines with LF: sed -i 's/\\r$//' FILE"),
  MACRO(
      "macro",
      "there is a macro",
      "npm's netrc loses an entry",
      "remove it where ftp does not need it"),
  MACRO_NOT_CLOSED(
      "macro-not-closed",
      "no empty line ends the macro",
      "Python since 3.11 and ftp refuse the file",
      "put an empty line behind it"),
  MACHINE_IN_MACRO(
      "machine-in-macro",
      "a macro has the word machine",
      "Ruby's netrc, the Heroku CLI, "
          + Readers.PERL
          + ", ftp and Go programs take what follows"
          + " for an entry",
      "take the word out of the macro"),
  DEFAULT_NOT_LAST(
      "default-not-last",
      "default is not the last entry",
      "curl, git and ftp use it and look no further; npm's netrc and some Go programs refuse the"
          + " file",
      "move it to the end"),
  DUPLICATE_HOST(
      "duplicate-host",
      "the host has an entry already",
      "curl and git take the first, Python, requests, JGit and npm's netrc the last",
      "keep one entry a host"),
  UPPER_CASE_HOST(
      "upper-case-host",
      "the host is not in lower case",
      "Python, requests, Ruby's netrc, the Heroku CLI, npm's netrc, JGit, "
          + Readers.PERL
          + " and Go programs find nothing",
      "write it in lower case"),
  NO_PASSWORD(
      "no-password",
      "the entry has a login and no password",
      "Ruby's netrc takes the next entry's password for it",
      "give it a password, or remove it"),
  PASSWORD_FIRST(
      "password-first",
      "the password stands before the login",
      "Ruby's netrc takes the next entry's password",
      "put the login first"),
  SHARED_LINE(
      "shared-line",
      "the line has more than one entry",
      "the Heroku CLI reads the first alone",
      "begin each entry on a line of its own");

  private final String code;
  private final String what;
  private final String misled;
  private final String mend;

  LintKind(String code, String what, String misled, String mend) {
    this.code = code;
    this.what = what;
    this.misled = misled;
    this.mend = mend;
  }

  /**
   * Says it of a file.
   *
   * @param file its path, for the command that mends it
   * @param moreLines on how many lines it is besides the one that is named
   */
  StoreWarning warning(String file, int moreLines) {
    String more =
        moreLines == 0
            ? ""
            : " (and on " + moreLines + " more " + (moreLines == 1 ? "line" : "lines") + ")";
    return StoreWarning.of("netrc-" + code, what + more)
        .misleading(misled)
        .mendedBy(mend.replace("FILE", ShellWord.of(file)));
  }
}
