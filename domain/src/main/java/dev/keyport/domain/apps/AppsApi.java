package dev.keyport.domain.apps;

import dev.keyport.domain.credential.Secret;
import java.util.List;

/**
 * The API's apps. Thread-safe; throws the types of {@link dev.keyport.domain.auth.ApiException}.
 */
public interface AppsApi {
  /** Every app this token's account can see, of every page, by name. */
  List<App> apps(Secret token);

  /**
   * One app.
   *
   * @param name its name or id
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account sees none of this name
   * @throws dev.keyport.domain.auth.ApiException.TwoFactorRequired when the app wants a code
   */
  App app(Secret token, String name);
}
