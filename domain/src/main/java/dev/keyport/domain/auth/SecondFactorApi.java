package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.util.function.Supplier;

/**
 * How a second factor's code is given to the API after a login. Thread-safe; throws the types of
 * {@link ApiException}.
 */
public interface SecondFactorApi {
  /**
   * Opens an app to this token for some minutes.
   *
   * @param app its name or id
   * @throws ApiException.Rejected when the code is wrong, or was used before
   */
  void preauthorize(Secret token, String app, Secret code);

  /**
   * Makes calls of which one brings the code: the one that was refused for want of it, the first
   * time that it is made. A code works once.
   *
   * @param demand what was refused
   * @param calls makes them, in this thread
   * @return what they return
   * @throws ApiException.Rejected when the code is wrong, or was used before
   */
  <R> R withCode(SecondFactorDemand demand, Secret code, Supplier<R> calls);
}
