package dev.keyport.it.verbs;

import dev.keyport.sandbox.Fault;
import dev.keyport.sandbox.FaultKind;
import dev.keyport.sandbox.LoggedRequest;
import java.util.regex.Pattern;

/**
 * A call that a verb makes to the API.
 *
 * @param method the HTTP method
 * @param path the path; a last segment {@code *} stands for any id
 */
public record ApiCall(String method, String path) {
  /** How often a verb may repeat a call, and more. */
  private static final int ALWAYS = 50;

  /** Whether this request is this call. */
  public boolean isMadeBy(LoggedRequest request) {
    Pattern pattern = Pattern.compile(Pattern.quote(path).replace("*", "\\E[^/~]+\\Q"));
    return request.method().equals(method) && pattern.matcher(request.path()).matches();
  }

  /** This going wrong with the call, however often it is made. */
  public Fault fault(FaultKind kind) {
    return Fault.once(kind, method, path).times(ALWAYS);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
