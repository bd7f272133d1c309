package dev.keyport.it.verbs;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to use a verb. A word in braces, in an argument or on stdin, is a value that a {@link
 * Stage} has.
 *
 * @param verb the verb as the reference names it, such as {@code auth:token}
 * @param arguments what follows it
 * @param stdin what it reads; empty for nothing
 * @param start what there is before
 * @param answersSecret whether its answer is a secret
 * @param calls what it asks the API when all goes well, in order
 * @param exit the status it ends in when all goes well
 */
public record VerbUse(
    String verb,
    List<String> arguments,
    String stdin,
    Start start,
    boolean answersSecret,
    List<ApiCall> calls,
    int exit) {

  /** Copies the lists. */
  public VerbUse {
    arguments = List.copyOf(arguments);
    calls = List.copyOf(calls);
  }

  /** A use that reads nothing and asks nothing of the API. */
  static VerbUse of(Start start, String verb, String... arguments) {
    return new VerbUse(verb, List.of(arguments), "", start, false, List.of(), 0);
  }

  /** The same with this on its stdin. */
  VerbUse reading(String text) {
    return new VerbUse(verb, arguments, text, start, answersSecret, calls, exit);
  }

  /** The same with a secret for its answer. */
  VerbUse answeringSecret() {
    return new VerbUse(verb, arguments, stdin, start, true, calls, exit);
  }

  /** The same with one more call. */
  VerbUse calling(String method, String path) {
    List<ApiCall> more = new ArrayList<>(calls);
    more.add(new ApiCall(method, path));
    return new VerbUse(verb, arguments, stdin, start, answersSecret, more, exit);
  }

  /** The same, ending in this status. */
  VerbUse endingIn(int status) {
    return new VerbUse(verb, arguments, stdin, start, answersSecret, calls, status);
  }

  /** Whether it ends a login. */
  public boolean isLogout() {
    return verb.equals("logout");
  }

  /** Whether this call of it may fail, and what is left to do is told. */
  public boolean goesOnWithout(ApiCall call) {
    return isLogout() || (verb.equals("auth:rotate") && call.method().equals("DELETE"));
  }

  /** Whether it begins a login. */
  public boolean isLogin() {
    return verb.equals("login");
  }

  @Override
  public String toString() {
    return String.join(" ", verb, String.join(" ", arguments)).strip()
        + (start == Start.FOREIGN_TOKEN ? " (another tool's token)" : "");
  }
}
