package dev.keyport.it.readers;

/**
 * A credential to save, and where.
 *
 * @param name what is particular about it
 * @param before the netrc that is there before; empty for none
 * @param host the host it is for
 * @param login its login
 * @param secret its secret, a test value
 * @param lostTo the programs that misread such a file though no message says so, named as in a
 *     message: what is wrong with it is rare, and was so before the save
 */
record Sample(String name, String before, String host, String login, String secret, String lostTo) {
  /** The one host that classic ftp clients reach too. */
  static final String HOST = "127.0.0.1";

  private static final String LOGIN = "ann@example.com";
  private static final String SECRET = "HRKU-01234567-89ab-cdef-0123-456789abcdef";

  /** One that nobody is said to lose. */
  Sample(String name, String before, String host, String login, String secret) {
    this(name, before, host, login, secret, "");
  }

  /** A particular secret, in a file that holds nothing else. */
  static Sample secret(String name, String secret) {
    return new Sample(name, "", HOST, LOGIN, secret);
  }

  /** A particular login, in a file that holds nothing else. */
  static Sample login(String name, String login) {
    return new Sample(name + " in the login", "", HOST, login, SECRET);
  }

  /** An ordinary credential for a particular host. */
  static Sample host(String name, String host) {
    return new Sample(name, "", host, LOGIN, SECRET);
  }

  /** An ordinary credential, in a file where something is already. */
  static Sample in(String name, String before) {
    return new Sample(name, before, HOST, LOGIN, SECRET);
  }

  /** The same, in a file that these misread. */
  Sample lostTo(String programs) {
    return new Sample(name, before, host, login, secret, programs);
  }

  Login expected() {
    return new Login(login, secret);
  }
}
