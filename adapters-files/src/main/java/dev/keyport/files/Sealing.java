package dev.keyport.files;

import java.util.Optional;

/**
 * Stands between the bytes of a {@link DurableFile} and what its user reads and edits, as
 * encryption does. What it gives out for writing need not be the same for the same content.
 *
 * <p>One is made for each reading or change of the file and used from one thread, so it may keep
 * what it learnt while opening, and count its time from when it was made.
 */
public interface Sealing {
  /**
   * What the stored bytes stand for.
   *
   * @param stored the file's own bytes
   * @throws dev.keyport.domain.store.StoreException when they can't be opened
   */
  byte[] open(byte[] stored);

  /**
   * What to store for this content. Everything is checked before it returns: what it returns is
   * written.
   *
   * @param content what {@link #open} shall give back
   * @param replacing the file's own bytes until now, which {@link #open} was given before; empty
   *     when there is no file yet
   * @throws dev.keyport.domain.store.StoreException when it can't be sealed; nothing is written
   */
  byte[] seal(byte[] content, Optional<byte[]> replacing);

  /** Stores the content as it is. */
  static Sealing none() {
    return Unsealed.INSTANCE;
  }
}
