package dev.keyport.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The API and the login service on the wire: reads a request, lets a fault have its way, answers,
 * keeps the log.
 */
final class ApiHandler implements HttpHandler, Parts.Part {
  private final Dispatcher dispatcher;
  private final LegacyApi legacyApi;
  private final LoginService loginService;
  private final ControlApi control;
  private final Faults faults;
  private final RequestLog log;
  private final CountDownLatch closed = new CountDownLatch(1);

  ApiHandler(
      Dispatcher dispatcher,
      LegacyApi legacyApi,
      LoginService loginService,
      ControlApi control,
      Faults faults,
      RequestLog log) {
    this.dispatcher = dispatcher;
    this.legacyApi = legacyApi;
    this.loginService = loginService;
    this.control = control;
    this.faults = faults;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    Exchange exchange = new Exchange(http);
    try {
      ApiRequest request = exchange.request();
      if (request.path().startsWith(ControlApi.PREFIX)) {
        exchange.send(control.answer(request));
        return;
      }
      Delivery delivery = deliver(request);
      // Logged first: who has the answer can count on the entry.
      log.add(loginService.serves(request) ? "auth" : "api", request, delivery.status());
      delivery.sendOver(exchange);
    } catch (ApiError unreadable) {
      exchange.send(unreadable.answer());
    } catch (RuntimeException bug) {
      exchange.send(
          ApiError.of(500, "internal_server_error", "A bug of the sandbox: " + bug).answer());
      throw bug;
    } finally {
      http.close();
    }
  }

  /** Ends all waiting of held-back answers. */
  @Override
  public void close() {
    closed.countDown();
  }

  private Delivery deliver(ApiRequest request) {
    Optional<Fault> fault = faults.take(request);
    if (fault.isEmpty()) {
      return Delivery.whole(answer(request));
    }
    Delivery delivery = Delivery.faulty(fault.get(), () -> answer(request));
    hold(fault.get().latency());
    return delivery;
  }

  private Answer answer(ApiRequest request) {
    if (loginService.serves(request)) {
      return loginService.answer(request);
    }
    return legacyApi.serves(request) ? legacyApi.answer(request) : dispatcher.answer(request);
  }

  private void hold(Duration latency) {
    try {
      closed.await(latency.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
