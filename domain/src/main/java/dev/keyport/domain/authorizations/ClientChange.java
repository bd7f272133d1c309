package dev.keyport.domain.authorizations;

import dev.keyport.domain.error.UsageException;
import java.util.Optional;

/**
 * What is to change of an OAuth client; something must.
 *
 * @param name the new name; empty leaves the old one
 * @param redirectUri the new redirect URI; empty leaves the old one
 */
public record ClientChange(Optional<String> name, Optional<String> redirectUri) {
  public ClientChange {
    if (name.isEmpty() && redirectUri.isEmpty()) {
      throw new UsageException("nothing is to be changed", "give --name or --url");
    }
    redirectUri = redirectUri.map(RedirectUri::checked);
  }
}
