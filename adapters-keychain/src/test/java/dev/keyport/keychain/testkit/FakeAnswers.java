package dev.keyport.keychain.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** How the {@link FakeSecretService} answers when it is not told otherwise. Used by its thread. */
final class FakeAnswers {
  private static final String PROMPT = "/org/freedesktop/secrets/prompt/p1";
  private static final String PROMPT_TYPE = "org.freedesktop.Secret.Prompt";
  private static final String NO_OBJECT = "/";

  private final FakeSecretService service;
  private final Map<String, FakeTransfer> sessions = new HashMap<>();
  private @Nullable FakeBusPeer peer;
  private @Nullable MethodCall current;

  FakeAnswers(FakeSecretService service) {
    this.service = service;
  }

  /** The service's error for a call. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String name) {
      super("org.freedesktop." + name);
    }
  }

  /** This call is the one that is answered next. */
  void take(MethodCall call, FakeBusPeer on) {
    peer = on;
    current = call;
  }

  void answer(MethodCall call) {
    current = call;
    try {
      Object[] arguments = Objects.requireNonNullElseGet(call.getParameters(), () -> new Object[0]);
      answer(call.getPath(), arguments);
    } catch (Refusal e) {
      fail(String.valueOf(e.getMessage()));
    } catch (DBusException | GeneralSecurityException e) {
      throw new IllegalStateException("the fake can't take " + call.getName(), e);
    }
  }

  /** Answers the call that is being answered with this error. */
  void fail(String errorName) {
    Objects.requireNonNull(peer).fail(Objects.requireNonNull(current), errorName);
  }

  private void reply(@Nullable String signature, Object... values) {
    Objects.requireNonNull(peer).reply(Objects.requireNonNull(current), signature, values);
  }

  private void answer(String path, Object[] arguments)
      throws Refusal, DBusException, GeneralSecurityException {
    switch (Objects.requireNonNull(current).getName()) {
      case "ReadAlias" ->
          reply("o", service.hasCollection() ? FakeSecretService.COLLECTION : NO_OBJECT);
      case "OpenSession" -> openSession(arguments);
      case "Unlock" ->
          reply(
              "aoo",
              List.of(),
              service.isLocked() ? new ObjectPath("", PROMPT) : new ObjectPath("", NO_OBJECT));
      case "Prompt" -> prompt();
      case "Dismiss" -> {
        reply(null);
        service.answerPrompt(FakePrompt.CLOSES);
      }
      case "GetAll" -> properties(path);
      case "SearchItems" -> {
        collection();
        reply(
            "ao",
            service.search(attributes(arguments[0])).stream()
                .map(it -> new ObjectPath("", it))
                .toList());
      }
      case "CreateItem" -> create(arguments);
      case "GetSecret" -> {
        String session = String.valueOf(arguments[0]);
        reply(
            "(oayays)",
            (Object)
                session(session)
                    .seal(session, service.told(item(path)).getBytes(StandardCharsets.UTF_8)));
      }
      case "SetSecret" -> {
        FakeItem item = item(path);
        service.write(path, item.attributes(), item.label(), text(arguments[0]));
        reply(null);
      }
      case "Set" -> set(path, arguments);
      case "Delete" -> {
        item(path);
        service.remove(path);
        reply("o", new ObjectPath("", NO_OBJECT));
      }
      default -> throw new Refusal("DBus.Error.UnknownMethod");
    }
  }

  private void openSession(Object[] arguments) throws GeneralSecurityException {
    byte[] peers = FakeTransfer.bytes(((Variant<?>) arguments[1]).getValue());
    String path = "/org/freedesktop/secrets/session/s" + (sessions.size() + 1);
    FakeTransfer transfer = new FakeTransfer(peers);
    sessions.put(path, transfer);
    reply("vo", new Variant<>(transfer.publicKey(), "ay"), new ObjectPath("", path));
  }

  private FakeTransfer session(String path) throws Refusal {
    FakeTransfer transfer = sessions.get(path);
    if (transfer == null) {
      throw new Refusal("Secret.Error.NoSession");
    }
    return transfer;
  }

  private String text(Object struct) throws Refusal, GeneralSecurityException {
    Object[] parts = (Object[]) struct;
    return new String(session(String.valueOf(parts[0])).unseal(parts), StandardCharsets.UTF_8);
  }

  private void prompt() {
    reply(null);
    FakePrompt person = service.person();
    if (person != FakePrompt.IGNORES) {
      service.answerPrompt(person);
    }
  }

  static void completed(FakeBusPeer peer, boolean dismissed) {
    peer.signal(PROMPT, PROMPT_TYPE, "Completed", "bv", dismissed, new Variant<>(""));
  }

  private void properties(String path) throws Refusal {
    Map<String, Variant<?>> values = new TreeMap<>();
    values.put("Locked", new Variant<>(service.isLocked()));
    if (path.equals(FakeSecretService.COLLECTION)) {
      collection();
      values.put("Label", new Variant<>("Fake"));
    } else {
      FakeItem item = item(path);
      values.put("Label", new Variant<>(item.label()));
      values.put("Attributes", new Variant<>(item.attributes(), "a{ss}"));
      values.put("Created", new Variant<>(new UInt64(item.created())));
      values.put("Modified", new Variant<>(new UInt64(item.modified())));
    }
    reply("a{sv}", values);
  }

  private void create(Object[] arguments) throws Refusal, GeneralSecurityException {
    collection();
    Map<?, ?> properties = (Map<?, ?>) arguments[0];
    String made =
        service.write(
            null,
            attributes(property(properties, "Attributes")),
            String.valueOf(property(properties, "Label")),
            text(arguments[1]));
    reply("oo", new ObjectPath("", made), new ObjectPath("", NO_OBJECT));
  }

  private static Object property(Map<?, ?> properties, String name) {
    Object value = properties.get("org.freedesktop.Secret.Item." + name);
    return ((Variant<?>) Objects.requireNonNull(value, name)).getValue();
  }

  private void set(String path, Object[] arguments) throws Refusal {
    FakeItem item = item(path);
    Object value = ((Variant<?>) arguments[2]).getValue();
    boolean label = arguments[1].equals("Label");
    service.write(
        path,
        label ? item.attributes() : attributes(value),
        label ? String.valueOf(value) : item.label(),
        item.secret());
    reply(null);
  }

  private static Map<String, String> attributes(Object map) {
    Map<String, String> attributes = new HashMap<>();
    ((Map<?, ?>) map)
        .forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
    return attributes;
  }

  private void collection() throws Refusal {
    if (!service.hasCollection()) {
      throw new Refusal("DBus.Error.UnknownObject");
    }
    if (service.isLocked() && !"GetAll".equals(Objects.requireNonNull(current).getName())) {
      throw new Refusal("Secret.Error.IsLocked");
    }
  }

  private FakeItem item(String path) throws Refusal {
    if (!service.hasCollection()) {
      throw new Refusal("DBus.Error.UnknownObject");
    }
    FakeItem item = service.items().get(path);
    if (item == null) {
      throw new Refusal("Secret.Error.NoSuchObject");
    }
    if (service.isLocked() && !"GetAll".equals(Objects.requireNonNull(current).getName())) {
      throw new Refusal("Secret.Error.IsLocked");
    }
    return item;
  }
}
