package dev.keyport.keychain.testkit;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The service's end of {@code dh-ietf1024-sha256-aes128-cbc-pkcs7}, from the Secret Service API and
 * RFC 5869 (HKDF), written apart from the client's so that both can't share a mistake.
 */
final class FakeTransfer {
  private static final BigInteger PRIME =
      new BigInteger(
          "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
              + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
              + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
              + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
          16);
  private static final DHParameterSpec GROUP = new DHParameterSpec(PRIME, BigInteger.TWO, 1024);
  private static final int KEY_BYTES = 16;

  private final byte[] publicKey;
  private final SecretKeySpec key;

  FakeTransfer(byte[] peersPublicKey) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
    generator.initialize(GROUP);
    KeyPair pair = generator.generateKeyPair();
    publicKey = ((DHPublicKey) pair.getPublic()).getY().toByteArray();
    KeyAgreement agreement = KeyAgreement.getInstance("DH");
    agreement.init(pair.getPrivate());
    agreement.doPhase(
        KeyFactory.getInstance("DH")
            .generatePublic(
                new DHPublicKeySpec(new BigInteger(1, peersPublicKey), PRIME, BigInteger.TWO)),
        true);
    byte[] extracted = hmac(new byte[32], agreement.generateSecret());
    key = new SecretKeySpec(hmac(extracted, new byte[] {1}), 0, KEY_BYTES, "AES");
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  /** The struct {@code (oayays)} of these bytes. */
  Object[] seal(String session, byte[] secret) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    return new Object[] {session, cipher.getIV(), cipher.doFinal(secret), "text/plain"};
  }

  byte[] unseal(Object[] struct) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(bytes(struct[1])));
    return cipher.doFinal(bytes(struct[2]));
  }

  /** An {@code ay} as the library hands it out: an array, or boxed bytes. */
  static byte[] bytes(Object value) {
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
}
