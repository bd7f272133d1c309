package dev.keyport.keychain.testkit;

/** What the {@link FakeSecretService} does with one call, in place of answering it. */
@FunctionalInterface
public interface Reaction {
  /** Takes the call and never answers. */
  Reaction SILENCE = (answer, service) -> {};

  /** Takes the call and leaves the bus. */
  Reaction DEATH = (answer, service) -> service.close();

  /** Removes the collection, then answers, which it can't any more. */
  Reaction COLLECTION_REMOVED =
      (answer, service) -> {
        service.dropCollection();
        answer.run();
      };

  /**
   * Reacts to a call, in the service's thread.
   *
   * @param answer answers the call as the service does unless it is told otherwise
   * @param service the service itself
   */
  void on(Runnable answer, FakeSecretService service);

  /** Does something first, in the service's thread: the caller waits meanwhile. */
  static Reaction after(Runnable first) {
    return (answer, service) -> {
      first.run();
      answer.run();
    };
  }

  /** Answers, then does something. */
  static Reaction before(Runnable then) {
    return (answer, service) -> {
      answer.run();
      then.run();
    };
  }
}
