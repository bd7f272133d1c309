package dev.keyport.files;

import java.util.Optional;

/** The content is what is stored. */
enum Unsealed implements Sealing {
  INSTANCE;

  @Override
  public byte[] open(byte[] stored) {
    return stored;
  }

  @Override
  public byte[] seal(byte[] content, Optional<byte[]> replacing) {
    return content;
  }
}
