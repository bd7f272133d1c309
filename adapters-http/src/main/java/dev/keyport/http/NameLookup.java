package dev.keyport.http;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up within a time: the system's own look-up can't be stopped, and OkHttp's call
 * time-out waits for it. {@code localhost} is this machine whatever a name server says (RFC 6761,
 * section 6.3).
 */
final class NameLookup implements Dns {
  private final Dns system;
  private final Duration timeout;

  NameLookup(Dns system, Duration timeout) {
    this.system = system;
    this.timeout = timeout;
  }

  /** The look-up did not end in time. */
  static final class SlowException extends UnknownHostException {
    @Serial private static final long serialVersionUID = 1L;

    private SlowException(String name) {
      super(name);
    }
  }

  @Override
  public List<InetAddress> lookup(String name) throws UnknownHostException {
    List<InetAddress> found = timed(name);
    return name.equals("localhost")
        ? found.stream().filter(InetAddress::isLoopbackAddress).toList()
        : found;
  }

  private List<InetAddress> timed(String name) throws UnknownHostException {
    FutureTask<List<InetAddress>> task = new FutureTask<>(() -> system.lookup(name));
    Thread thread = new Thread(task, "keyport-name-lookup");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new SlowException(name);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException unknown) {
        throw unknown;
      }
      throw new UnknownHostException(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(name);
    }
  }
}
