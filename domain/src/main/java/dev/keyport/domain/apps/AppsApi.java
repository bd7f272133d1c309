package dev.keyport.domain.apps;

import dev.keyport.domain.credential.Secret;
import java.util.List;

/**
 * The API's list of apps. Thread-safe; throws the types of {@link
 * dev.keyport.domain.auth.ApiException}.
 */
public interface AppsApi {
  /** Every app this token's account can see, of every page, by name. */
  List<App> apps(Secret token);
}
