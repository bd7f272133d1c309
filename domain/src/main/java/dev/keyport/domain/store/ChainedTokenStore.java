package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores in order: reads from the first that has it, writes to the first, removes from all.
 *
 * <p>A read moves on only where a link has nothing, or does not exist on this machine, which is
 * said once. A link that is locked or broken ends the read: going on would answer from a weaker
 * store. Where no link exists at all, the chain is absent, not empty.
 */
final class ChainedTokenStore implements TokenStore {
  private final List<TokenStore> links;
  private final Consumer<String> notices;
  private final Set<StoreSpec> passedOver = ConcurrentHashMap.newKeySet();

  ChainedTokenStore(List<TokenStore> links, Consumer<String> notices) {
    this.links = List.copyOf(links);
    this.notices = notices;
  }

  private TokenStore first() {
    return links.get(0);
  }

  @Override
  public StoreSpec spec() {
    return first().spec();
  }

  @Override
  public StoreTraits traits() {
    return first().traits();
  }

  @Override
  public Optional<Credential> find(Host host) {
    return locate(host).map(StoredCredential::credential);
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return locate(id).map(StoredCredential::credential);
  }

  @Override
  public Optional<StoredCredential> locate(Host host) {
    return firstAnswer(link -> link.locate(host));
  }

  @Override
  public Optional<StoredCredential> locate(CredentialId id) {
    return firstAnswer(link -> link.locate(id));
  }

  @Override
  public Optional<Credential> findCatchAll(Host host) {
    return firstAnswer(link -> link.findCatchAll(host));
  }

  @Override
  public Optional<String> incomplete(Host host) {
    return firstAnswer(link -> link.incomplete(host));
  }

  private <T> Optional<T> firstAnswer(Function<TokenStore, Optional<T>> question) {
    List<String> said = new ArrayList<>();
    int absent = 0;
    for (TokenStore link : links) {
      try {
        Optional<T> answer = question.apply(link);
        if (answer.isPresent()) {
          return answer;
        }
        said.add(link.spec() + " has nothing");
      } catch (StoreException.Absent e) {
        said.add(link.spec() + " is not on this machine");
        if (++absent == links.size()) {
          throw e.withMessage(String.join("; ", said));
        }
        passOver(link, e);
      } catch (StoreException e) {
        said.add(link.spec() + ": " + e.message());
        throw e.withMessage(String.join("; ", said));
      }
    }
    return Optional.empty();
  }

  private void passOver(TokenStore link, StoreException.Absent why) {
    if (passedOver.add(link.spec())) {
      notices.accept(link.spec() + " is passed over: " + why.message());
    }
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    return first().save(credentials);
  }

  @Override
  public Saved rehearse(Collection<Credential> credentials) {
    return first().rehearse(credentials);
  }

  @Override
  public void checkWritable() {
    first().checkWritable();
  }

  /** Takes back in the first link, where it was saved; what other links hold is not touched. */
  @Override
  public void undo(Saved saved) {
    first().undo(saved);
  }

  /** Asks every link whether it answers before it removes from the first. */
  @Override
  public void checkRemovable(Collection<CredentialId> ids) {
    forEachPresent(link -> link.checkRemovable(ids));
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    list();
    Set<CredentialId> removed = new LinkedHashSet<>();
    List<String> changed = new ArrayList<>();
    forEachPresent(
        link -> {
          try {
            List<CredentialId> gone = link.remove(ids);
            removed.addAll(gone);
            if (!gone.isEmpty()) {
              changed.add(link.spec().toString());
            }
          } catch (StoreException e) {
            throw changed.isEmpty()
                ? e
                : e.withMessage(
                    link.spec()
                        + ": "
                        + e.message()
                        + "; already removed from "
                        + String.join(", ", changed));
          }
        });
    return List.copyOf(removed);
  }

  @Override
  public List<CredentialId> list() {
    Set<CredentialId> ids = new LinkedHashSet<>();
    forEachPresent(link -> ids.addAll(link.list()));
    return List.copyOf(ids);
  }

  private void forEachPresent(Consumer<TokenStore> action) {
    int absent = 0;
    for (TokenStore link : links) {
      try {
        action.accept(link);
      } catch (StoreException.Absent e) {
        if (++absent == links.size()) {
          throw e;
        }
        passOver(link, e);
      }
    }
  }

  /** The state of the link that is written to; the reason tells of every link. */
  @Override
  public StoreStatus status() {
    StoreStatus written = first().status();
    String reasons =
        links.stream()
            .map(link -> link.spec() + ": " + link.status().reason())
            .collect(Collectors.joining("; "));
    if (written instanceof StoreStatus.Ready ready) {
      return new StoreStatus.Ready(reasons, ready.warnings(), ready.noTrial());
    }
    return written;
  }

  @Override
  public void close() {
    Optional<StoreException> failure = Optional.empty();
    for (TokenStore link : links) {
      try {
        link.close();
      } catch (StoreException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
