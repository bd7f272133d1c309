package dev.keyport.domain.moving;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out what a move would do, and what is in its way, without changing anything. */
final class Planning {
  private static final String NOWHERE = "keyport-probe.invalid";

  private final TokenStore source;
  private final TokenStore target;
  private final Map<CredentialId, Credential> moving = new LinkedHashMap<>();
  private final List<CredentialId> alreadyThere = new ArrayList<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final List<CredentialId> oneWay = new ArrayList<>();

  Planning(TokenStore source, TokenStore target) {
    this.source = source;
    this.target = target;
  }

  /** Exactly this credential; never the one of an entry that serves every login. */
  static Optional<Credential> exactly(TokenStore store, CredentialId id) {
    return store.find(id).filter(found -> found.id().equals(id));
  }

  MovePlan plan(Collection<CredentialId> ids) {
    for (CredentialId id : ids) {
      exactly(source, id).ifPresent(this::look);
    }
    if (!target.traits().manyLoginsPerHost()) {
      byHost().values().stream().filter(logins -> logins.size() > 1).forEach(this::lookTogether);
    }
    moving.values().forEach(this::lookBack);
    return new MovePlan(
        source.spec(),
        target.spec(),
        List.copyOf(moving.keySet()),
        alreadyThere,
        obstacles,
        oneWay,
        source.traits(),
        target.traits());
  }

  private Map<Host, List<Credential>> byHost() {
    return moving.values().stream()
        .collect(Collectors.groupingBy(Credential::host, LinkedHashMap::new, Collectors.toList()));
  }

  private void look(Credential credential) {
    CredentialId id = credential.id();
    Optional<Credential> there = exactly(target, id);
    if (there.filter(credential::isSameLogin).isPresent()) {
      alreadyThere.add(id);
    } else if (there.isPresent()) {
      obstacles.add(otherSecret(id));
    } else if (credential.account().isPresent()) {
      obstacles.add(
          notHeld(
              id,
              "it has netrc's \"account\", which no store writes",
              Optional.of("remove the word account and what follows it from the entry")));
    } else {
      rehearse(credential);
    }
  }

  private Obstacle otherSecret(CredentialId id) {
    return new Obstacle(
        id,
        Obstacle.Kind.OTHER_SECRET,
        target.spec() + " has " + named(id) + " already, with another secret",
        Optional.of(removal(id)));
  }

  private String removal(CredentialId id) {
    return "remove the one that is not to stay: keyport credentials:remove "
        + id.host()
        + " --store "
        + target.spec()
        + " (or "
        + source.spec()
        + ")";
  }

  private void rehearse(Credential credential) {
    CredentialId id = credential.id();
    try {
      List<Credential> displaced = target.rehearse(List.of(credential)).displaced();
      if (displaced.isEmpty()) {
        moving.put(id, credential);
      } else {
        obstacles.add(
            new Obstacle(
                id,
                Obstacle.Kind.OTHER_LOGIN,
                target.spec()
                    + " keeps one login a host and has "
                    + named(displaced.get(0).id())
                    + ", which "
                    + named(id)
                    + " would take the place of",
                Optional.of(removal(id))));
      }
    } catch (StoreException.Unrepresentable e) {
      obstacles.add(notHeld(id, e.message(), e.hint()));
    }
  }

  /** Each could be held alone; whether all can is another question. */
  private void lookTogether(List<Credential> logins) {
    try {
      target.rehearse(logins);
    } catch (StoreException.Unrepresentable e) {
      for (Credential one : logins) {
        moving.remove(one.id());
        obstacles.add(notHeld(one.id(), e.message(), e.hint()));
      }
    }
  }

  private Obstacle notHeld(CredentialId id, String why, Optional<String> wayOut) {
    return new Obstacle(
        id,
        Obstacle.Kind.NOT_HELD,
        target.spec() + " can't hold " + named(id) + ": " + why,
        wayOut);
  }

  /**
   * Whether the store would take the credential for a host it does not have, and has no other login
   * of this one.
   */
  private void lookBack(Credential credential) {
    String port =
        credential.host().port().isPresent() ? ":" + credential.host().port().getAsInt() : "";
    Credential elsewhere =
        new Credential(Host.parse(NOWHERE + port), credential.login(), credential.secret());
    try {
      source.rehearse(List.of(elsewhere));
    } catch (StoreException.Unrepresentable e) {
      oneWay.add(credential.id());
      return;
    }
    boolean alone =
        moving.keySet().stream().filter(id -> id.host().equals(credential.host())).count() == 1;
    if (!source.traits().manyLoginsPerHost() && !alone) {
      oneWay.add(credential.id());
    }
  }

  static String named(CredentialId id) {
    return id.login().isEmpty() ? "an entry of " + id.host() + " without a login" : id.toString();
  }
}
