package dev.keyport.http;

import dev.keyport.domain.doctor.ProxyUse;
import dev.keyport.domain.settings.Machine;
import java.net.URI;

/** Which proxy an address would be asked through, for one who wants to know and asks nothing. */
public final class HttpProxyUse {
  private HttpProxyUse() {}

  /**
   * Reads the proxy variables as the API's adapter does.
   *
   * @throws dev.keyport.domain.error.UsageException when the variable that counts can't be used;
   *     its value is not told
   */
  public static ProxyUse of(Machine machine, URI address) {
    return new Proxies(machine).use(address);
  }
}
