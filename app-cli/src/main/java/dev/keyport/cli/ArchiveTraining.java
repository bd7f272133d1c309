package dev.keyport.cli;

import dev.keyport.cli.io.Streams;
import dev.keyport.domain.settings.Machine;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;

/**
 * The run that the launcher records to make its archive of classes: several command lines in one
 * process, each an argument, whatever comes of them.
 */
public final class ArchiveTraining {
  private ArchiveTraining() {}

  /**
   * Runs them, and looks up what a keyring's session is made with: no keyring is asked here.
   *
   * @throws GeneralSecurityException where the JDK lacks one of them
   */
  public static void main(String[] lines) throws GeneralSecurityException {
    for (String line : lines) {
      new FrontEnd(Machine.current(), Streams.standard()).run(line.split(" ", -1));
    }
    KeyPairGenerator.getInstance("DH");
    KeyAgreement.getInstance("DH");
    Mac.getInstance("HmacSHA256");
    Cipher.getInstance("AES/CBC/PKCS5Padding");
  }
}
