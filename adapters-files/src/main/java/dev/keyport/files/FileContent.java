package dev.keyport.files;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a {@link DurableFile} held at one instant. It may hold secrets, so it prints as nothing but
 * its size.
 */
public final class FileContent {
  private final byte[] bytes;
  private final FileFacts facts;
  private final boolean anothers;
  private final List<String> warnings;

  FileContent(byte[] bytes, FileFacts facts, boolean anothers, List<String> warnings) {
    this.bytes = bytes;
    this.facts = facts;
    this.anothers = anothers;
    this.warnings = List.copyOf(warnings);
  }

  /** The bytes, or of a sealed file what they stand for: not a copy, and not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** What is wrong with the file's mode though it was read, a sentence each, with the way out. */
  public List<String> warnings() {
    return warnings;
  }

  /** The permission bits, as 0600; empty where the file system has none. */
  public OptionalInt mode() {
    return facts.owner().map(owner -> OptionalInt.of(owner.mode())).orElseGet(OptionalInt::empty);
  }

  /** Whether it belongs to another user; root alone is let read such a file. */
  public boolean isAnothers() {
    return anothers;
  }

  FileFacts facts() {
    return facts;
  }

  /** The same look at the file, with what its bytes stand for. */
  FileContent opened(Sealing sealing) {
    return new FileContent(sealing.open(bytes), facts, anothers, warnings);
  }

  boolean hasBytes(byte[] others) {
    return Arrays.equals(bytes, others);
  }

  /** Whether the file is still the same one and was not written to in between. */
  boolean isStill(FileContent later) {
    return facts.sameFileUntouched(later.facts) && Arrays.equals(bytes, later.bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
