package dev.keyport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests from some connections at once, each sent when the answer to the one before it is there,
 * or later where a pace is set.
 *
 * @param perSecond requests answered each second
 * @param median milliseconds that half of them took at most
 * @param worst milliseconds that 99 of 100 took at most
 */
record Load(double perSecond, double median, double worst) {
  private static final int CONNECTIONS = 8;
  private static final int MOST_TIMES = 1_000_000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Gets the address, with a token where it isn't empty, for so long. */
  static Load of(URI address, String token, Duration duration)
      throws IOException, InterruptedException {
    return of(List.of(address), token, duration, 0);
  }

  /**
   * Gets the addresses in turn, with a token where it isn't empty, for so long.
   *
   * @param perSecond how many requests to send a second, at most; 0 for as many as can be
   */
  static Load of(List<URI> addresses, String token, Duration duration, int perSecond)
      throws IOException, InterruptedException {
    long pause = perSecond == 0 ? 0 : (long) (CONNECTIONS * NANOS_PER_SECOND / perSecond);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long end = System.nanoTime() + duration.toNanos();
      Callable<long[]> client = () -> requests(addresses, token, end, pause);
      long start = System.nanoTime();
      List<Future<long[]>> clients = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(threads.submit(client));
      }
      long count = 0;
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> each : clients) {
        long[] taken = each.get();
        count += taken[taken.length - 1];
        times.add(Arrays.copyOf(taken, taken.length - 1));
      }
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Load(count / seconds, share(sorted, 0.5), share(sorted, 0.99));
    } catch (ExecutionException failed) {
      throw new IOException(addresses + " did not answer as it should", failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Posts JSON once; returns the answer. */
  static String post(URI address, String json) throws IOException {
    HttpURLConnection http = open(address);
    http.setRequestMethod("POST");
    http.setDoOutput(true);
    http.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = http.getOutputStream()) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream in = http.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String get(URI address) throws IOException {
    try (InputStream in = open(address).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Nanoseconds of the first requests, and the number of all. */
  private static long[] requests(List<URI> addresses, String token, long end, long pause)
      throws IOException {
    long[] times = new long[1024];
    int kept = 0;
    long count = 0;
    long start = System.nanoTime();
    for (long now = start; now < end || count == 0; ) {
      HttpURLConnection http = open(addresses.get((int) (count % addresses.size())));
      if (!token.isEmpty()) {
        http.setRequestProperty("Authorization", "Bearer " + token);
      }
      try (InputStream in = http.getInputStream()) { // throws for 4xx and 5xx
        in.transferTo(OutputStream.nullOutputStream());
      }
      long after = System.nanoTime();
      if (kept < MOST_TIMES) {
        times = kept == times.length ? Arrays.copyOf(times, 2 * kept) : times;
        times[kept++] = after - now;
      }
      count++;
      LockSupport.parkNanos(pause == 0 ? 0 : start + count * pause - after);
      now = pause == 0 ? after : System.nanoTime();
    }
    long[] result = Arrays.copyOf(times, kept + 1);
    result[kept] = count;
    return result;
  }

  private static HttpURLConnection open(URI address) throws IOException {
    return (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
  }

  private static double share(long[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))] / NANOS_PER_MILLI;
  }
}
