package dev.keyport.sandbox;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that passed the credential check, as a handler sees it.
 *
 * @param request the request
 * @param parameters what stood in the path for the template's names
 * @param authenticated who asks, when a credential came
 */
record Call(ApiRequest request, Map<String, String> parameters, Optional<Caller> authenticated) {

  /** The value that the path has for a name of its template. */
  String parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).orElseThrow();
  }

  /** Who asks. */
  Caller caller() {
    return authenticated.orElseThrow(() -> ApiError.unauthorized("There were no credentials."));
  }

  /** The account that asks. */
  Account account() {
    return caller().account();
  }

  /** The body as a JSON object. */
  ObjectNode body() {
    return request.object();
  }
}
