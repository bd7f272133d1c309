package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NameLookupTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  @Timeout(30)
  void endWhenNoNameServerAnswers() {
    CountDownLatch never = new CountDownLatch(1);
    Dns silent =
        name -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };

    assertThatThrownBy(() -> new NameLookup(silent, Duration.ofMillis(50)).lookup("a.example"))
        .isInstanceOf(NameLookup.SlowException.class);
    never.countDown();
  }

  @Test
  void findWhatTheSystemFinds() throws Exception {
    InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});

    assertThat(new NameLookup(name -> List.of(address), LONG).lookup("a.example"))
        .containsExactly(address);
  }

  @Test
  void passOnThatANameIsUnknown() {
    Dns none =
        name -> {
          throw new UnknownHostException(name);
        };

    assertThatThrownBy(() -> new NameLookup(none, LONG).lookup("a.example"))
        .isExactlyInstanceOf(UnknownHostException.class)
        .hasMessage("a.example");
  }

  @Test
  void keepLocalhostOnThisMachine() throws Exception {
    InetAddress elsewhere = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});

    assertThat(new NameLookup(name -> List.of(elsewhere, here), LONG).lookup("localhost"))
        .containsExactly(here);
  }
}
