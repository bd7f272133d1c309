package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.net.URI;
import java.util.Objects;

/**
 * A login begun in the browser.
 *
 * @param page where the person goes on, at the login service
 * @param result where the service tells how it went
 * @param proof who may ask there
 */
public record BegunLogin(URI page, URI result, Secret proof) {
  public BegunLogin {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(proof, "proof");
  }
}
