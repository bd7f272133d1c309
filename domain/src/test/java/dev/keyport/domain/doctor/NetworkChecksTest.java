package dev.keyport.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkChecksTest {
  private static final URI API = URI.create("https://api.heroku.com");
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  private static Finding clock(long serverAhead) {
    List<Finding> findings =
        new ReachCheck(
                () ->
                    new ApiReach.Reached(
                        NOW, Optional.of(NOW.plusSeconds(serverAhead)), Optional.of("TLSv1.3")),
                API)
            .run();
    assertThat(findings.get(0))
        .isEqualTo(Finding.ok("api-answers", "https://api.heroku.com answers, TLSv1.3"));
    return findings.get(1);
  }

  @Test
  void theClockIsComparedWithTheApis() {
    assertThat(clock(0).level()).isEqualTo(Level.OK);
    assertThat(clock(30).level()).isEqualTo(Level.OK);
    assertThat(clock(-31).what()).startsWith("this machine's clock is 31s ahead of the API's");
    assertThat(clock(7200))
        .satisfies(
            behind -> {
              assertThat(behind.code()).isEqualTo("clock-skew");
              assertThat(behind.level()).isEqualTo(Level.WARNING);
              assertThat(behind.what()).startsWith("this machine's clock is 2h behind the API's");
              assertThat(behind.mend().orElseThrow()).contains("timedatectl");
            });
  }

  @Test
  void withoutADateNothingIsSaidOfTheClock() {
    assertThat(
            new ReachCheck(() -> new ApiReach.Reached(NOW, Optional.empty(), Optional.empty()), API)
                .run())
        .singleElement()
        .isEqualTo(Finding.ok("api-answers", "https://api.heroku.com answers"));
  }

  private static String proxy(ProxyUse use) {
    return new ProxyCheck(() -> use, API).run().get(0).what();
  }

  @Test
  void theProxyIsNamedWithTheVariableThatNamesIt() {
    assertThat(
            proxy(
                new ProxyUse(Optional.of("HTTPS_PROXY"), Optional.of("proxy.example:3128"), true)))
        .isEqualTo("api.heroku.com is asked through proxy.example:3128 (HTTPS_PROXY), with a user");
    assertThat(proxy(new ProxyUse(Optional.of("NO_PROXY"), Optional.empty(), false)))
        .isEqualTo("api.heroku.com is asked directly, since NO_PROXY says so");
    assertThat(proxy(new ProxyUse(Optional.empty(), Optional.empty(), false)))
        .isEqualTo("none for api.heroku.com");
  }
}
