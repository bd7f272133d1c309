package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.store.StoreException;
import java.util.Optional;

/**
 * Takes another program's login over, where a person wants it. What is wrong with that login is
 * said, and is no reason not to log in otherwise.
 */
final class TakenOver {
  private final CredentialOffer offer;
  private final LogIn logIn;
  private final Interaction person;

  TakenOver(CredentialOffer offer, LogIn logIn, Interaction person) {
    this.offer = offer;
    this.logIn = logIn;
    this.person = person;
  }

  /**
   * Asks whether to take the login over, and does.
   *
   * @param email the account asked for; empty for any
   * @return empty when there is none, it is not wanted, or it is not valid
   */
  Optional<LoggedIn> offered(Optional<String> email) {
    return offer
        .account()
        .filter(account -> email.isEmpty() || email.get().equals(account))
        .filter(this::isWanted)
        .flatMap(this::token)
        .flatMap(this::logIn);
  }

  private boolean isWanted(String account) {
    return person.confirm(
        sentence(" is logged in as " + account + ". Use its login for " + host() + ", as long as")
            + " it lasts there?",
        true);
  }

  private Optional<Secret> token(String account) {
    try {
      Optional<Credential> found = offer.find(account, host());
      if (found.isEmpty()) {
        person.warn(offer.program() + " keeps no login of " + account + " any more");
      }
      return found.map(Credential::secret);
    } catch (StoreException e) {
      person.warn(e.message());
      return Optional.empty();
    }
  }

  private Optional<LoggedIn> logIn(Secret token) {
    try (token) {
      return Optional.of(logIn.withToken(token));
    } catch (ApiException.Rejected | UsageException e) {
      person.warn(offer.program() + "'s login can't be used: " + e.message());
      return Optional.empty();
    }
  }

  private Host host() {
    return logIn.apiHost();
  }

  private String sentence(String rest) {
    String program = offer.program();
    return Character.toUpperCase(program.charAt(0)) + program.substring(1) + rest;
  }
}
