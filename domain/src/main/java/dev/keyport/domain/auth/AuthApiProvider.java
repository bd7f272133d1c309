package dev.keyport.domain.auth;

import java.util.Optional;

/**
 * Opens the API of one name; found by {@link java.util.ServiceLoader}. An implementation is public,
 * has a public constructor without parameters, does nothing in it, and carries {@link ApiName}. It
 * is used by one thread at a time; the API that it opens, by several.
 *
 * <pre>{@code
 * @ApiName("example")
 * public final class ExampleApiProvider implements AuthApiProvider {
 *   public AuthApi open(ApiContext context) {
 *     return new ExampleApi(context.endpoints().api(), context.timeout());
 *   }
 * }
 * }</pre>
 */
public interface AuthApiProvider {
  /**
   * Makes ready; connects at the first call.
   *
   * @return closed by whoever opened it
   * @throws dev.keyport.domain.error.UsageException when a setting of the context can't be used
   */
  AuthApi open(ApiContext context);

  /**
   * Makes the service for logins in the browser ready.
   *
   * @return closed by whoever opened it; empty where the API has none
   * @throws dev.keyport.domain.error.UsageException when a setting of the context can't be used
   */
  default Optional<BrowserLoginApi> openBrowserLogin(ApiContext context) {
    return Optional.empty();
  }
}
