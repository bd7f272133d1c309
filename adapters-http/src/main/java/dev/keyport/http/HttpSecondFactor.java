package dev.keyport.http;

import dev.keyport.domain.auth.SecondFactorApi;
import dev.keyport.domain.auth.SecondFactorDemand;
import dev.keyport.domain.credential.Secret;
import java.util.function.Supplier;

/** The {@code Heroku-Two-Factor-Code} header, and {@code /apps/APP/pre-authorizations}. */
final class HttpSecondFactor implements SecondFactorApi {
  private final Calls calls;

  HttpSecondFactor(Calls calls) {
    this.calls = calls;
  }

  @Override
  public void preauthorize(Secret token, String app, Secret code) {
    calls.accepted(
        ApiRequest.put(
            Proof.bearer(token).withCode(code),
            "apps",
            ApiRequest.checkedId(app),
            "pre-authorizations"));
  }

  @Override
  public <R> R withCode(SecondFactorDemand demand, Secret code, Supplier<R> made) {
    return calls.withCode(demand.call(), code, made);
  }
}
