package dev.keyport.keychain;

import dev.keyport.domain.store.StoreException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Static;
import org.jspecify.annotations.Nullable;

/**
 * A session in which secrets cross the bus encrypted: {@code dh-ietf1024-sha256-aes128-cbc-pkcs7}
 * of the Secret Service API, "Transfer of Secrets". It keeps secrets out of whatever records the
 * bus, dbus-java's own debug log included; it protects from nobody who may ask the keyring himself.
 */
final class SecretSession {
  private static final String ALGORITHM = "dh-ietf1024-sha256-aes128-cbc-pkcs7";

  /**
   * More than twice the strength of the group, 80 bits, which its safe prime lets one do (RFC 7919,
   * 5.2); a longer one takes longer and gains nothing.
   */
  private static final int PRIVATE_VALUE_BITS = 256;

  private static final int KEY_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final String CIPHER = "AES/CBC/PKCS5Padding";

  /** The one type of content that libsecret takes for a password. */
  private static final String TEXT = "text/plain";

  private final SecureRandom random = new SecureRandom();
  private final String path;
  private final SecretKey key;

  private SecretSession(String path, SecretKey key) {
    this.path = path;
    this.key = key;
  }

  static SecretSession open(SessionBus bus, BusObject service, Deadline deadline)
      throws BusCallException {
    try {
      DHParameterSpec group =
          new DHParameterSpec(
              new BigInteger(1, Static.RFC_2409.SecondOakleyGroup.PRIME),
              new BigInteger(1, Static.RFC_2409.SecondOakleyGroup.GENERATOR),
              PRIVATE_VALUE_BITS);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
      generator.initialize(group);
      KeyPair pair = generator.generateKeyPair();
      byte[] own = ((DHPublicKey) pair.getPublic()).getY().toByteArray();

      List<Object> answer =
          bus.call(service, "OpenSession", "sv", deadline, ALGORITHM, new Variant<>(own, "ay"));
      byte[] peers = bytes(((Variant<?>) answer.get(0)).getValue());
      String path = ((DBusPath) answer.get(1)).getPath();

      KeyAgreement agreement = KeyAgreement.getInstance("DH");
      agreement.init(pair.getPrivate());
      agreement.doPhase(
          KeyFactory.getInstance("DH")
              .generatePublic(
                  new DHPublicKeySpec(new BigInteger(1, peers), group.getP(), group.getG())),
          true);
      return new SecretSession(path, derive(agreement.generateSecret()));
    } catch (GeneralSecurityException e) {
      throw failed(e);
    }
  }

  /**
   * As the specification has it: HKDF (RFC 5869) with SHA-256, no salt and no info. It is two HMACs
   * for a key this short, and made of the JDK's: a library's signed jar is verified at each start,
   * which takes longer than all the rest.
   */
  static SecretKey derive(byte[] shared) throws GeneralSecurityException {
    byte[] extracted = hmac(new byte[HASH_BYTES], shared);
    byte[] expanded = hmac(extracted, new byte[] {1});
    SecretKey key = new SecretKeySpec(expanded, 0, KEY_BYTES, "AES");
    Arrays.fill(shared, (byte) 0);
    Arrays.fill(extracted, (byte) 0);
    Arrays.fill(expanded, (byte) 0);
    return key;
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  /** The session's object path. */
  String path() {
    return path;
  }

  /** The D-Bus struct {@code (oayays)} for this text. The bytes are the caller's to wipe. */
  Object[] seal(byte[] text) {
    byte[] iv = new byte[KEY_BYTES];
    random.nextBytes(iv);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
      return new Object[] {path, iv, cipher.doFinal(text), TEXT};
    } catch (GeneralSecurityException e) {
      throw failed(e);
    }
  }

  /** The text in a D-Bus struct {@code (oayays)}; the caller's to wipe. */
  byte[] unseal(Object[] struct) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(bytes(struct[1])));
      return cipher.doFinal(bytes(struct[2]));
    } catch (GeneralSecurityException e) {
      throw failed(e);
    }
  }

  /** An {@code ay} as dbus-java hands it out: an array, or boxed bytes where it stands inside. */
  private static byte[] bytes(@Nullable Object value) {
    Objects.requireNonNull(value, "bytes");
    if (value instanceof byte[] array) {
      return array;
    }
    List<?> boxed = value instanceof Object[] objects ? Arrays.asList(objects) : (List<?>) value;
    byte[] array = new byte[boxed.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = (Byte) boxed.get(i);
    }
    return array;
  }

  private static StoreException.Unavailable failed(GeneralSecurityException e) {
    return new StoreException.Unavailable(
        "the keyring and Keyport could not agree on a key to pass secrets with",
        "restart the keyring service and try again",
        e);
  }
}
