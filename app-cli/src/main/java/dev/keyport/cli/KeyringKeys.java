package dev.keyport.cli;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the session with a keyring takes from the JDK: a Diffie-Hellman agreement, here with itself,
 * a key derived by HMAC, and AES. For {@link ArchiveTraining} alone; the keys keep nothing.
 */
final class KeyringKeys {
  private static final int KEY_BITS = 512;
  private static final int BLOCK = 16;

  private KeyringKeys() {}

  static void make() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
    generator.initialize(KEY_BITS);
    KeyPair pair = generator.generateKeyPair();
    DHPublicKey own = (DHPublicKey) pair.getPublic();
    KeyAgreement agreement = KeyAgreement.getInstance("DH");
    agreement.init(pair.getPrivate());
    agreement.doPhase(
        KeyFactory.getInstance("DH")
            .generatePublic(
                new DHPublicKeySpec(own.getY(), own.getParams().getP(), own.getParams().getG())),
        true);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(agreement.generateSecret(), "HmacSHA256"));
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(mac.doFinal(), 0, BLOCK, "AES"),
        new IvParameterSpec(new byte[BLOCK]));
    cipher.doFinal(new byte[1]);
  }
}
