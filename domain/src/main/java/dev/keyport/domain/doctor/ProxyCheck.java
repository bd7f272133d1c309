package dev.keyport.domain.doctor;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** Which proxy the API is asked through; its user and password are never told. */
public final class ProxyCheck implements Check {
  private final Supplier<ProxyUse> use;
  private final URI api;

  /**
   * @param use reads the variables; raises what makes one of them useless
   * @param api the API's address
   */
  public ProxyCheck(Supplier<ProxyUse> use, URI api) {
    this.use = use;
    this.api = api;
  }

  @Override
  public String id() {
    return "proxy";
  }

  @Override
  public String name() {
    return "proxy";
  }

  @Override
  public List<Finding> run() {
    ProxyUse found = use.get();
    String host = api.getHost();
    if (found.address().isPresent()) {
      return List.of(
          Finding.ok(
              "proxy-used",
              host
                  + " is asked through "
                  + found.address().get()
                  + found.variable().map(name -> " (" + name + ")").orElse("")
                  + (found.hasUser() ? ", with a user" : "")));
    }
    return List.of(
        Finding.ok(
            "proxy-none",
            found
                .variable()
                .map(name -> host + " is asked directly, since " + name + " says so")
                .orElse("none for " + host)));
  }
}
