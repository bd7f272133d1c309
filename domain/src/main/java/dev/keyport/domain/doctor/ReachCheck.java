package dev.keyport.domain.doctor;

import dev.keyport.domain.settings.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the API can be reached, over which TLS, and whether its clock and this one agree. */
public final class ReachCheck implements Check {
  static final String LANE = "api";

  /** Codes of a second factor are good for 30 seconds, mostly with one of tolerance either way. */
  private static final Duration TOLERATED = Duration.ofSeconds(30);

  private final ApiReach api;
  private final URI address;
  private volatile boolean reached;

  /**
   * @param api is asked once
   * @param address the API's, to be named
   */
  public ReachCheck(ApiReach api, URI address) {
    this.api = api;
    this.address = address;
  }

  @Override
  public String id() {
    return "network";
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public String lane() {
    return LANE;
  }

  /** Whether the API answered when it was asked last. */
  boolean isReached() {
    return reached;
  }

  @Override
  public List<Finding> run() {
    reached = false;
    ApiReach.Reached answer = api.ask();
    reached = true;
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "api-answers", address + " answers" + answer.tls().map(t -> ", " + t).orElse("")));
    clock(answer).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> clock(ApiReach.Reached answer) {
    return answer.serverTime().map(server -> clock(Duration.between(server, answer.at())));
  }

  private static Finding clock(Duration ahead) {
    if (ahead.abs().compareTo(TOLERATED) <= 0) {
      return Finding.ok("clock", "the clock is right");
    }
    return Finding.warning(
        "clock-skew",
        "this machine's clock is "
            + Durations.format(ahead.abs())
            + (ahead.isNegative() ? " behind" : " ahead of")
            + " the API's: codes of a second factor made here are refused, ends of tokens are"
            + " misjudged, and certificates may be",
        "set the clock, as with: sudo timedatectl set-ntp true");
  }
}
