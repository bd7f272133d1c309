package dev.keyport.http;

import dev.keyport.domain.auth.ApiContext;
import dev.keyport.domain.auth.ApiName;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.AuthApiProvider;
import dev.keyport.domain.auth.BrowserLoginApi;
import java.net.URI;
import java.util.Optional;

/** Opens {@link HerokuApi} and {@link HerokuLogin}. */
@ApiName("heroku")
public final class HerokuApiProvider implements AuthApiProvider {
  /** For {@link java.util.ServiceLoader}. */
  public HerokuApiProvider() {}

  @Override
  public AuthApi open(ApiContext context) {
    return new HerokuApi(settings(context, context.endpoints().api()), context.notices());
  }

  @Override
  public Optional<BrowserLoginApi> openBrowserLogin(ApiContext context) {
    return context
        .endpoints()
        .login()
        .map(service -> new HerokuLogin(settings(context, service), context.notices()));
  }

  private static HttpSettings settings(ApiContext context, URI base) {
    return new HttpSettings(
        base, context.timeout(), context.userAgent(), context.machine(), Optional.empty());
  }
}
