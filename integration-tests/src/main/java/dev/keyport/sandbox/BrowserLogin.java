package dev.keyport.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/**
 * A login that a command began and a person finishes in a browser. What the person has shown so far
 * is bound to a proof that their page holds, so that another page of the same address has none of
 * it. Guarded by the lock of the {@link State}, but for the outcome, which can be waited for.
 */
final class BrowserLogin {
  /**
   * What the holder of a proof has shown.
   *
   * @param account the account whose password was right
   * @param complete whether no second factor is left to ask for
   */
  record Shown(UUID account, boolean complete) {}

  private final UUID id = UUID.randomUUID();
  private final String token;
  private final String description;
  private final Instant createdAt;
  private final Map<String, Shown> proofs = new HashMap<>();
  private final CompletableFuture<ObjectNode> outcome = new CompletableFuture<>();
  private volatile boolean awaited;

  /**
   * Begins a login.
   *
   * @param token what the command shows to be told the outcome
   * @param description what the person reads
   */
  BrowserLogin(String token, String description, Instant createdAt) {
    this.token = token;
    this.description = description;
    this.createdAt = createdAt;
  }

  UUID id() {
    return id;
  }

  String token() {
    return token;
  }

  String description() {
    return description;
  }

  boolean over(Instant now) {
    return outcome.isDone() || expired(now);
  }

  boolean expired(Instant now) {
    return !now.isBefore(createdAt.plus(Choices.BROWSER_LOGIN_LIFE));
  }

  Optional<Shown> shown(String proof) {
    return Optional.ofNullable(proofs.get(proof));
  }

  void remember(String proof, Shown shown) {
    proofs.put(proof, shown);
  }

  void forget(String proof) {
    proofs.remove(proof);
  }

  void approve(String accessToken) {
    outcome.complete(Json.object().put("access_token", accessToken));
  }

  void fail(String message) {
    outcome.complete(Json.object().put("error", message));
  }

  /** What the command is told, once it is known. */
  CompletableFuture<ObjectNode> outcome() {
    awaited = true;
    return outcome;
  }

  /** Whether the command has asked for the outcome so far. */
  boolean awaited() {
    return awaited;
  }
}
