package dev.keyport.keychain.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;

/**
 * A Secret Service with one collection in memory, which owns {@code org.freedesktop.secrets} on the
 * bus it is given and does as the test tells it: stuck, failing, lying, dying, losing its
 * collection. Safe for use by the test's threads while clients call it.
 */
public final class FakeSecretService implements AutoCloseable {
  /** The one collection's path. */
  static final String COLLECTION = "/org/freedesktop/secrets/collection/fake";

  private final FakeBusPeer peer;
  private final Thread thread;
  private final FakeAnswers answers = new FakeAnswers(this);
  private final Map<String, FakeItem> items = new LinkedHashMap<>();
  private final Map<String, Queue<Reaction>> reactions = new HashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private boolean collection = true;
  private boolean locked;
  private boolean dropsWrites;
  private boolean duplicates;
  private @Nullable String lie;
  private FakePrompt person = FakePrompt.IGNORES;
  private long clock = 1_000;

  private FakeSecretService(FakeBusPeer peer) {
    this.peer = peer;
    this.thread = new Thread(this::serve, "fake-secret-service");
    thread.setDaemon(true);
  }

  /** Takes its name on the bus at this address, and serves. */
  public static FakeSecretService start(String address) throws Exception {
    FakeSecretService service =
        new FakeSecretService(FakeBusPeer.own(address, "org.freedesktop.secrets"));
    service.thread.start();
    return service;
  }

  private void serve() {
    for (MethodCall call = peer.next(); call != null; call = peer.next()) {
      MethodCall current = call;
      calls.add(call.getName());
      answers.take(call, peer);
      Runnable answer = () -> answers.answer(current);
      Reaction reaction = nextReaction(call.getName());
      if (reaction == null) {
        answer.run();
      } else {
        reaction.on(answer, this);
      }
    }
  }

  private synchronized @Nullable Reaction nextReaction(String member) {
    Queue<Reaction> next = reactions.get(member);
    return next == null ? null : next.poll();
  }

  /** The calls it got, by their members, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Reacts to the next call of this member so; asked for again, to the one after it. */
  public synchronized void on(String member, Reaction reaction) {
    reactions.computeIfAbsent(member, it -> new ArrayDeque<>()).add(reaction);
  }

  /** Reacts to the call of this member that comes after so many others so. */
  public synchronized void onNth(String member, int others, Reaction reaction) {
    for (int i = 0; i < others; i++) {
      on(member, (answer, service) -> answer.run());
    }
    on(member, reaction);
  }

  /** Answers a call with this error. */
  public Reaction failing(String errorName) {
    return (answer, service) -> answers.fail(errorName);
  }

  /** Makes an item as another program would. */
  public synchronized String add(Map<String, String> attributes, String label, String secret) {
    clock++;
    String path = COLLECTION + "/" + clock;
    items.put(path, new FakeItem(attributes, label, secret, clock, clock));
    return path;
  }

  /** The items by their paths, oldest first. */
  public synchronized Map<String, FakeItem> items() {
    return new LinkedHashMap<>(items);
  }

  /** Removes an item, as another program would. */
  public synchronized void remove(String path) {
    items.remove(path);
  }

  /** Removes every item. */
  public synchronized void clear() {
    items.clear();
  }

  /** Locks the collection. */
  public synchronized void lock() {
    locked = true;
  }

  /** Unlocks the collection. */
  public synchronized void unlock() {
    locked = false;
  }

  /** Removes the collection and its items. */
  public synchronized void dropCollection() {
    collection = false;
    items.clear();
  }

  /** Takes writes from now on, and makes none. */
  public synchronized void dropWrites() {
    dropsWrites = true;
  }

  /** Makes two items where one is asked for from now on. */
  public synchronized void duplicate() {
    duplicates = true;
  }

  /** Answers this for every secret from now on. */
  public synchronized void answerAlways(String text) {
    lie = text;
  }

  /** Says what the person does at the unlock window. */
  public synchronized void person(FakePrompt does) {
    person = does;
  }

  /** Answers the window that {@link FakePrompt#IGNORES} left open: the person comes back. */
  public void answerPrompt(FakePrompt does) {
    if (does == FakePrompt.UNLOCKS) {
      unlock();
    }
    FakeAnswers.completed(peer, does != FakePrompt.UNLOCKS);
  }

  synchronized FakePrompt person() {
    return person;
  }

  synchronized boolean hasCollection() {
    return collection;
  }

  synchronized boolean isLocked() {
    return locked;
  }

  synchronized String told(FakeItem item) {
    return lie == null ? item.secret() : lie;
  }

  synchronized String write(
      @Nullable String path, Map<String, String> attributes, String label, String secret) {
    if (dropsWrites) {
      return COLLECTION + "/0";
    }
    if (path == null) {
      if (duplicates) {
        add(attributes, label, secret);
      }
      return add(attributes, label, secret);
    }
    clock++;
    FakeItem old = items.get(path);
    long created = old == null ? clock : old.created();
    items.put(path, new FakeItem(attributes, label, secret, created, clock));
    return path;
  }

  synchronized List<String> search(Map<String, String> attributes) {
    List<String> found = new ArrayList<>();
    items.forEach(
        (path, item) -> {
          if (item.attributes().entrySet().containsAll(attributes.entrySet())) {
            found.add(path);
          }
        });
    return found;
  }

  /** Leaves the bus. */
  @Override
  public void close() {
    peer.close();
  }
}
