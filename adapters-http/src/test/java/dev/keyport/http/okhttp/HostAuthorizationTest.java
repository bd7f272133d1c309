package dev.keyport.http.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.token.CachedCredential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAuthorizationTest {
  private static final Host LOOPBACK = Host.parse("127.0.0.1");
  private static final Duration KEEP = Duration.ofMinutes(10);
  private static final int THREADS = 16;

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();
  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final AtomicInteger reads = new AtomicInteger();

  HostAuthorizationTest() throws IOException {
    server.start(loopback(), 0);
    other.start(loopback(), 0);
  }

  private static InetAddress loopback() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  @AfterEach
  void close() {
    server.close();
    other.close();
  }

  private void store(Host host, String secret) {
    store.save(List.of(new Credential(host, "ann", Secret.of(secret))));
  }

  private CachedCredential cached(Host host) {
    Keyport keyport = Keyport.builder().store(store).build();
    return new CachedCredential(
        () -> {
          reads.incrementAndGet();
          return keyport.find(host);
        },
        KEEP);
  }

  private OkHttpClient client(Host host) {
    return HostAuthorization.bearer(host, cached(host)).install(new OkHttpClient.Builder()).build();
  }

  /** The server's address by the name given, which is not always the one it gives itself. */
  private static HttpUrl url(MockWebServer at, String host) {
    return new HttpUrl.Builder().scheme("http").host(host).port(at.getPort()).build();
  }

  private static int get(OkHttpClient client, HttpUrl url) throws IOException {
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      return response.code();
    }
  }

  private static String authorization(MockWebServer at) throws InterruptedException {
    RecordedRequest request = at.takeRequest(10, TimeUnit.SECONDS);
    assertThat(request).as("request").isNotNull();
    return String.valueOf(request.getHeaders().get("Authorization"));
  }

  private static MockResponse answer(int status) {
    return new MockResponse.Builder().code(status).build();
  }

  private static MockResponse redirect(HttpUrl to) {
    return new MockResponse.Builder().code(302).setHeader("Location", to.toString()).build();
  }

  @Test
  void attachTheTokenToItsHost() throws Exception {
    store(LOOPBACK, "t0ken");
    server.enqueue(answer(200));

    assertThat(get(client(LOOPBACK), url(server, "127.0.0.1"))).isEqualTo(200);
    assertThat(authorization(server)).isEqualTo("Bearer t0ken");
  }

  @Test
  void attachLoginAndPassword() throws Exception {
    store(LOOPBACK, "pässword");
    server.enqueue(answer(200));
    OkHttpClient client =
        HostAuthorization.basic(LOOPBACK, cached(LOOPBACK))
            .install(new OkHttpClient.Builder())
            .build();

    get(client, url(server, "127.0.0.1"));
    assertThat(authorization(server)).isEqualTo("Basic YW5uOnDDpHNzd29yZA==");
  }

  @Test
  void leaveOtherHostsAlone() throws Exception {
    store(LOOPBACK, "t0ken");
    server.enqueue(answer(401));

    assertThat(get(client(LOOPBACK), url(server, "localhost"))).isEqualTo(401);
    assertThat(authorization(server)).isEqualTo("null");
    assertThat(reads).hasValue(0);
  }

  @Test
  void takeAPortThatIsNamedForPartOfTheHost() throws Exception {
    Host host = Host.parse("127.0.0.1:" + other.getPort());
    store(LOOPBACK, "t0ken");
    server.enqueue(answer(200));
    other.enqueue(answer(200));
    OkHttpClient client = client(host);

    get(client, url(server, "127.0.0.1"));
    get(client, url(other, "127.0.0.1"));
    assertThat(authorization(server)).isEqualTo("null");
    assertThat(authorization(other)).isEqualTo("Bearer t0ken");
  }

  @Test
  void sendNothingInTheClear() throws Exception {
    Host host = Host.parse("api.example.com");
    store(host, "t0ken");
    server.enqueue(answer(200));
    OkHttpClient client =
        HostAuthorization.bearer(host, cached(host))
            .install(new OkHttpClient.Builder().dns(name -> List.of(loopback())))
            .build();

    get(client, url(server, "api.example.com"));
    assertThat(authorization(server)).isEqualTo("null");
  }

  @Test
  void sendItOverTls() throws Exception {
    Host host = Host.parse("API.example.com");
    store(host, "t0ken");
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("api.example.com").build();
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    try (MockWebServer secure = new MockWebServer()) {
      secure.useHttps(
          new HandshakeCertificates.Builder()
              .heldCertificate(certificate)
              .build()
              .sslSocketFactory());
      secure.start(loopback(), 0);
      secure.enqueue(answer(200));
      OkHttpClient client =
          HostAuthorization.bearer(host, cached(host))
              .install(
                  new OkHttpClient.Builder()
                      .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                      .dns(name -> List.of(loopback())))
              .build();

      get(client, url(secure, "api.example.com").newBuilder().scheme("https").build());
      assertThat(authorization(secure)).isEqualTo("Bearer t0ken");
    }
  }

  @Test
  void keepItFromWhereARedirectLeads() throws Exception {
    store(LOOPBACK, "t0ken");
    server.enqueue(redirect(url(other, "localhost")));
    other.enqueue(answer(200));

    get(client(LOOPBACK), url(server, "127.0.0.1"));
    assertThat(authorization(server)).isEqualTo("Bearer t0ken");
    assertThat(authorization(other)).isEqualTo("null");
  }

  @Test
  void keepTheSecondOneFromWhereARedirectLeadsToo() throws Exception {
    store(LOOPBACK, "old");
    server.enqueue(answer(200));
    server.enqueue(answer(401));
    server.enqueue(redirect(url(other, "localhost")));
    other.enqueue(answer(200));
    OkHttpClient client = client(LOOPBACK);
    get(client, url(server, "127.0.0.1"));
    store(LOOPBACK, "new");

    get(client, url(server, "127.0.0.1"));
    assertThat(authorization(server)).isEqualTo("Bearer old");
    assertThat(authorization(server)).isEqualTo("Bearer old");
    assertThat(authorization(server)).isEqualTo("Bearer new");
    assertThat(authorization(other)).isEqualTo("null");
  }

  @Test
  void leaveARequestsOwnHeaderAlone() throws Exception {
    store(LOOPBACK, "t0ken");
    server.enqueue(answer(200));
    Request own =
        new Request.Builder()
            .url(url(server, "127.0.0.1"))
            .header("Authorization", "Bearer own")
            .build();

    client(LOOPBACK).newCall(own).execute().close();
    assertThat(authorization(server)).isEqualTo("Bearer own");
  }

  @Test
  void askTheStoreAgainWhenRefused() throws Exception {
    store(LOOPBACK, "old");
    server.enqueue(answer(200));
    server.enqueue(answer(401));
    server.enqueue(answer(200));
    OkHttpClient client = client(LOOPBACK);
    get(client, url(server, "127.0.0.1"));
    store(LOOPBACK, "new");

    assertThat(get(client, url(server, "127.0.0.1"))).isEqualTo(200);
    assertThat(reads).hasValue(2);
  }

  @Test
  void giveUpWhereTheStoreHasNoOther() throws Exception {
    store(LOOPBACK, "old");
    server.enqueue(answer(401));

    assertThat(get(client(LOOPBACK), url(server, "127.0.0.1"))).isEqualTo(401);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(reads).hasValue(2);
  }

  @Test
  void giveUpWhenTheOtherIsRefusedAsWell() throws Exception {
    store(LOOPBACK, "old");
    OkHttpClient client = client(LOOPBACK);
    server.enqueue(answer(200));
    get(client, url(server, "127.0.0.1"));
    store(LOOPBACK, "new");
    server.enqueue(answer(401));
    server.enqueue(answer(401));

    assertThat(get(client, url(server, "127.0.0.1"))).isEqualTo(401);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void sendWithoutWhereTheStoreHasNone() throws Exception {
    server.enqueue(answer(200));

    get(client(LOOPBACK), url(server, "127.0.0.1"));
    assertThat(authorization(server)).isEqualTo("null");
  }

  @Test
  void readTheStoreOnceForAllThreadsThatAreRefused() throws Exception {
    store(LOOPBACK, "old");
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(
                "Bearer new".equals(request.getHeaders().get("Authorization")) ? 200 : 401);
          }
        });
    OkHttpClient client = client(LOOPBACK);
    get(client, url(server, "127.0.0.1"));
    store(LOOPBACK, "new");
    int before = reads.get();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(threads.submit(() -> get(client, url(server, "127.0.0.1"))));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(reads.get() - before).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\nend", "blank in it", "pässword", "\0"})
  void quoteNoSecretThatIsNoToken(String secret) {
    store(LOOPBACK, secret);

    assertThatThrownBy(() -> get(client(LOOPBACK), url(server, "127.0.0.1")))
        .isInstanceOf(CredentialUnavailableException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining(secret)
        .hasStackTraceContaining("HostAuthorization");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void failTheCallWithTheStore() {
    CachedCredential failing =
        new CachedCredential(
            () -> {
              throw new StoreException.Locked("the keyring is locked", "unlock it");
            },
            KEEP);
    OkHttpClient client =
        HostAuthorization.bearer(LOOPBACK, failing).install(new OkHttpClient.Builder()).build();

    assertThatThrownBy(() -> get(client, url(server, "127.0.0.1")))
        .isInstanceOfSatisfying(
            CredentialUnavailableException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_LOCKED))
        .hasMessage("the keyring is locked")
        .hasCauseInstanceOf(StoreException.Locked.class);
    assertThat(server.getRequestCount()).isZero();
  }
}
