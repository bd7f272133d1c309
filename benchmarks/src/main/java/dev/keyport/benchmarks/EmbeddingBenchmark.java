package dev.keyport.benchmarks;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.token.CachedCredential;
import dev.keyport.http.okhttp.HostAuthorization;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.eclipse.jgit.transport.NetRC;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a program that embeds Keyport waits for, beside what it would wait for without. Calls that
 * take some microseconds are timed one by one, so that what else the machine does is only in some
 * of them; for the short ones the clock itself would take too long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EmbeddingBenchmark {
  private static final int ENTRIES = 10;
  private static final Duration LONG = Duration.ofHours(20);

  private final Host host = SampleNetrc.lastHost(ENTRIES);
  private final URI address = URI.create("https://" + host + "/apps");
  private final Request request =
      new Request.Builder()
          .url(address.toString())
          .header("Accept", "application/json")
          .header("User-Agent", "benchmark")
          .build();
  private final Interceptor.Chain chain = chain(request);
  private final GoogleCredentials google =
      GoogleCredentials.create(
          new AccessToken(SampleNetrc.lastPassword(ENTRIES), Date.from(Instant.now().plus(LONG))));

  private final Path work =
      Path.of(System.getProperty(StoreBenchmark.WORK, System.getProperty("java.io.tmpdir")));
  private final Path file = work.resolve(ENTRIES + ".netrc");
  private final Keyport keyport = builder().build();
  private final Keyport keeping = builder().keepFor(LONG).build();
  private final CachedCredential cached = keyport.cached(host, LONG);
  private final Interceptor interceptor = HostAuthorization.bearer(host, cached).interceptor();

  /** Writes the file, and sees that all of them find what is in it. */
  @Setup
  public void write() throws IOException {
    SampleNetrc.write(work, ENTRIES);
    String password = SampleNetrc.lastPassword(ENTRIES);
    require(keyport.find(host).orElseThrow().secret().reveal().equals(password));
    require(keeping.find(host).orElseThrow().secret().reveal().equals(password));
    require(cached.get().orElseThrow().secret().reveal().equals(password));
    require(new String(new NetRC(file.toFile()).getEntry(host.name()).password).equals(password));
    require(google.getRequestMetadata(address).toString().contains(password));
    Request[] sent = {request};
    interceptor.intercept(chain(request, sent));
    require(("Bearer " + password).equals(sent[0].header("Authorization")));
  }

  private static void require(boolean found) {
    if (!found) {
      throw new IllegalStateException("it is not what was stored");
    }
  }

  /** Closes the facades. */
  @TearDown
  public void close() {
    keyport.close();
    keeping.close();
  }

  private Keyport.Builder builder() {
    return Keyport.builder()
        .store("netrc:" + file)
        .machine(new Machine(Map.of("HOME", work.toString()), work, "Linux"));
  }

  /** A credential that the facade keeps. */
  @Benchmark
  public Object keptFind() {
    return keeping.find(host);
  }

  /** A credential that is kept for whoever asks for no other. */
  @Benchmark
  public Object cachedFind() {
    return cached.get();
  }

  /** The header of an access token that is held and has not run out. */
  @Benchmark
  public Object googleHeader() throws IOException {
    return google.getRequestMetadata(address);
  }

  /** The access token as it is held, whether or not it has run out. */
  @Benchmark
  public @Nullable Object googleToken() {
    return google.getAccessToken();
  }

  /** A credential that is read from the file. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Object find() {
    return keyport.find(host);
  }

  /** The same with JGit: a new object each time, since one keeps what it has read. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Object jgitFind() {
    return new NetRC(file.toFile()).getEntry(host.name());
  }

  /** A request that nothing is added to. */
  @Benchmark
  public Object plainRequest() throws IOException {
    return chain.proceed(chain.request());
  }

  /** The same through the interceptor. */
  @Benchmark
  public Object interceptedRequest() throws IOException {
    return interceptor.intercept(chain);
  }

  /** Opens the facade on a netrc, found through ServiceLoader, and closes it. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Object openAndClose() {
    try (Keyport opened = builder().build()) {
      return opened.store().spec();
    }
  }

  private static Interceptor.Chain chain(Request request) {
    return chain(request, new Request[1]);
  }

  /** It has the request, and the same answer to all. */
  private static Interceptor.Chain chain(Request request, Request[] sent) {
    Response response =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("OK")
            .build();
    return (Interceptor.Chain)
        Proxy.newProxyInstance(
            Interceptor.Chain.class.getClassLoader(),
            new Class<?>[] {Interceptor.Chain.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("request")) {
                return request;
              }
              if (method.getName().equals("proceed")) {
                sent[0] = (Request) arguments[0];
                return response;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
