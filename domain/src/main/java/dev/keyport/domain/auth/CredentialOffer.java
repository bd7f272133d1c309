package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import java.util.Optional;

/**
 * A login that another program keeps on this machine, which can be taken over. It is read and never
 * changed, nobody is prompted for it, and each call returns within seconds.
 */
public interface CredentialOffer {
  /** The program, for a sentence: "the heroku CLI". */
  String program();

  /**
   * The account the program is logged in to, its email address; empty when it is logged in to none,
   * or that can't be told.
   */
  Optional<String> account();

  /**
   * The program's credential for that account.
   *
   * @param host the API host it is to be used for
   * @return empty when the program keeps none any more
   * @throws dev.keyport.domain.store.StoreException when it can't be read
   */
  Optional<Credential> find(String account, Host host);

  /** Offers nothing. */
  static CredentialOffer none() {
    return new CredentialOffer() {
      @Override
      public String program() {
        return "no program";
      }

      @Override
      public Optional<String> account() {
        return Optional.empty();
      }

      @Override
      public Optional<Credential> find(String account, Host host) {
        return Optional.empty();
      }
    };
  }
}
