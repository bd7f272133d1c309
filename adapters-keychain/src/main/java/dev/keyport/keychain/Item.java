package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An item of a Secret Service collection, without its secret.
 *
 * <p>A credential is kept under the attributes {@code service} (the host, in lower case) and {@code
 * account} (the login), with the schema attribute that libsecret's generic items carry, so that
 * {@code secret-tool lookup service HOST account LOGIN} prints it. {@code secret-tool store} leaves
 * the schema out; both forms are taken. An item with any further attribute is another program's.
 *
 * @param path its object path
 * @param attributes its look-up attributes
 * @param label what a person sees in a keyring manager
 * @param created seconds since 1970
 * @param modified seconds since 1970; 0 where the service does not say
 */
record Item(
    String path, Map<String, String> attributes, String label, long created, long modified) {
  static final Comparator<Item> OLDEST_FIRST = Item::compareAge;

  /** By the last change of the secret. */
  static final Comparator<Item> NEWEST_FIRST =
      (one, other) ->
          one.modified == other.modified
              ? -compareAge(one, other)
              : -Long.compare(one.modified, other.modified);

  static final String SERVICE = "service";
  static final String ACCOUNT = "account";
  static final String SCHEMA = "xdg:schema";
  static final String GENERIC = "org.freedesktop.Secret.Generic";

  private static final String LABEL_PREFIX = "Keyport: ";

  Item {
    attributes = Map.copyOf(attributes);
  }

  /** Services number their items, so that of one second the longer or greater path is younger. */
  private static int compareAge(Item one, Item other) {
    if (one.created != other.created) {
      return Long.compare(one.created, other.created);
    }
    int byLength = Integer.compare(one.path.length(), other.path.length());
    return byLength == 0 ? one.path.compareTo(other.path) : byLength;
  }

  /** The attributes a credential is written with. */
  static Map<String, String> attributesOf(CredentialId id) {
    return Map.of(SERVICE, id.host().toString(), ACCOUNT, id.login(), SCHEMA, GENERIC);
  }

  /** The attributes a credential is searched with: those that both forms have. */
  static Map<String, String> searchOf(CredentialId id) {
    return Map.of(SERVICE, id.host().toString(), ACCOUNT, id.login());
  }

  /** The label a credential is written with. */
  static String labelOf(CredentialId id) {
    return LABEL_PREFIX + id;
  }

  /** The credential this item holds; empty when its attributes are not exactly of that form. */
  Optional<CredentialId> id() {
    String service = attributes.get(SERVICE);
    if (service == null) {
      return Optional.empty();
    }
    try {
      Host host = Host.parse(service);
      return host.toString().equals(service)
          ? accountOf(service).map(account -> new CredentialId(host, account))
          : Optional.empty();
    } catch (UsageException e) {
      // Another program's service name, which is no host.
      return Optional.empty();
    }
  }

  /**
   * The account this item is kept for; empty when its attributes are not exactly this service and
   * an account, with the generic schema or none.
   */
  Optional<String> accountOf(String service) {
    Map<String, String> rest = new HashMap<>(attributes);
    String account = rest.remove(ACCOUNT);
    String schema = rest.remove(SCHEMA);
    boolean exact =
        rest.equals(Map.of(SERVICE, service)) && (schema == null || schema.equals(GENERIC));
    return exact ? Optional.ofNullable(account) : Optional.empty();
  }

  /**
   * Whether Keyport wrote it. The mark is the label, since a mark among the attributes would keep
   * other programs from finding the item by exactly service and account.
   */
  boolean isLabelledOurs() {
    return label.startsWith(LABEL_PREFIX);
  }
}
