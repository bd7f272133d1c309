package dev.keyport.keychain;

import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.secret.Static;
import org.jspecify.annotations.Nullable;

/**
 * The window in which the Secret Service asks a person for a collection's password: the Secret
 * Service API's "Prompts and Prompting". It is asked for once, on a connection of its own, since
 * the answer comes as a signal; the service takes the window away when that connection ends, as it
 * does when this process is killed.
 */
final class UnlockPrompt {
  private static final String NO_OBJECT = "/";
  private static final Duration LOOK_UP = Duration.ofSeconds(2);
  private static final long GLANCE_MILLIS = 500;

  private final SessionBus bus;
  private final Prompting prompting;
  private final String owner;
  private final BlockingQueue<Completed> answers = new LinkedBlockingQueue<>();

  private UnlockPrompt(SessionBus bus, Prompting prompting, String owner) {
    this.bus = bus;
    this.prompting = prompting;
    this.owner = owner;
  }

  /** The signal {@code Completed} of a prompt. */
  private record Completed(String path, boolean dismissed) {}

  /**
   * Shows the window and waits for the person.
   *
   * @param collection the locked collection's object path
   * @param deadline for the calls around the wait, not for the person
   * @throws StoreException.Locked when the person closed the window, or left it alone for too long
   * @throws InterruptedByPersonException when the thread was interrupted; the window is gone then,
   *     and the thread stays interrupted
   */
  static void show(String address, String collection, Prompting prompting, Deadline deadline)
      throws BusCallException {
    try (SessionBus bus = SessionBus.connect(address, deadline)) {
      String owner = bus.ownerOf(Static.Service.SECRETS, deadline);
      new UnlockPrompt(bus, prompting, owner).unlock(collection, deadline);
    }
  }

  private void unlock(String collection, Deadline deadline) throws BusCallException {
    List<Object> answer =
        bus.call(
            object(Static.ObjectPaths.SECRETS, Static.Interfaces.SERVICE),
            "Unlock",
            "ao",
            deadline,
            List.of(new ObjectPath("", collection)));
    String path = SecretServiceClient.path(answer.get(1));
    if (path.equals(NO_OBJECT)) {
      return;
    }
    BusObject prompt = object(path, Static.Interfaces.PROMPT);
    bus.onSignal(
        prompt.type(),
        "Completed",
        (from, values) -> answers.add(new Completed(from, isDismissed(values))),
        deadline);
    prompting
        .notices()
        .accept(
            "the keyring is locked: a window waits for its password, for up to "
                + prompting.patience().toSeconds()
                + " seconds");
    try (DismissAtExit atExit = DismissAtExit.of(() -> dismiss(prompt))) {
      // No window of ours to put it in front of: the empty id.
      bus.call(prompt, "Prompt", "s", deadline, "");
      if (await(prompt).dismissed()) {
        throw atExit.isExiting()
            ? stopped()
            : locked("its unlock window was closed without an answer");
      }
    } catch (InterruptedException e) {
      throw stopped(prompt);
    } catch (StoreException e) {
      throw Thread.interrupted() ? stopped(prompt) : e;
    }
  }

  private static boolean isDismissed(List<Object> values) {
    return values.isEmpty() || !Boolean.FALSE.equals(values.get(0));
  }

  private BusObject object(String path, String type) {
    return new BusObject(owner, path, type);
  }

  private Completed await(BusObject prompt) throws BusCallException, InterruptedException {
    Deadline end = Deadline.in(prompting.patience());
    while (true) {
      @Nullable Completed answer =
          answers.poll(Math.min(GLANCE_MILLIS, end.remainingMillis()), TimeUnit.MILLISECONDS);
      if (answer != null && answer.path().equals(prompt.path())) {
        return answer;
      }
      if (end.remainingMillis() == 0) {
        dismiss(prompt);
        throw locked("nobody answered its unlock window for " + end.allowedInWords());
      }
      if (!bus.isConnected() || !bus.isOwned(owner, Deadline.in(LOOK_UP))) {
        throw new StoreException.Unavailable(
            "the Secret Service ended while its unlock window waited", "try again", null);
      }
    }
  }

  /** For a thread whose interrupt was taken: it gets it back. */
  private InterruptedByPersonException stopped(BusObject prompt) {
    dismiss(prompt);
    Thread.currentThread().interrupt();
    return stopped();
  }

  private static InterruptedByPersonException stopped() {
    return new InterruptedByPersonException(
        "the wait for the keyring's unlock window was stopped; the keyring stays locked");
  }

  private void dismiss(BusObject prompt) {
    try {
      bus.call(prompt, "Dismiss", null, Deadline.in(LOOK_UP));
    } catch (BusCallException | StoreException e) {
      // The end of this connection takes the window away as well.
    }
  }

  private static StoreException.Locked locked(String why) {
    return new StoreException.Locked(
        "the keyring stays locked: " + why,
        "answer the window, or unlock it in your keyring manager (Seahorse, say)");
  }
}
