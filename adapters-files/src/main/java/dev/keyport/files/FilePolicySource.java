package dev.keyport.files;

import dev.keyport.domain.error.NearestWord;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.PolicySource;
import dev.keyport.domain.store.StorePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The policy in {@code policy.properties} of the machine's system folder. Where it is not known
 * what it says, nothing is allowed.
 */
public final class FilePolicySource implements PolicySource {
  private static final String CLOSED = "; no store is used until it is mended";

  /** A reader, which has no state. */
  public FilePolicySource() {}

  @Override
  public StorePolicy of(Machine machine) {
    Path file = machine.systemFolder().resolve("policy.properties");
    PropertiesText text;
    try {
      text = SettingsFile.parse(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return StorePolicy.NONE;
    } catch (UsageException e) {
      throw new UsageException(e.message() + CLOSED, e.hint().orElse(null));
    } catch (IOException e) {
      throw new UsageException(
          file + " can't be read: " + Failures.reason(e) + CLOSED,
          "its administrator lets every user read it: chmod 644 " + file);
    }
    StorePolicy policy = StorePolicy.NONE;
    for (PropertiesText.Piece piece : text.pieces()) {
      if (piece.setting().isPresent()) {
        policy = read(piece.setting().get(), Place.of(file, piece.line()));
      }
    }
    return policy;
  }

  private static StorePolicy read(PropertiesText.Setting set, Place place) {
    if (!set.key().equals(StorePolicy.KEY)) {
      throw new UsageException(
          place + ": a policy has no setting \"" + set.key() + "\"" + CLOSED,
          NearestWord.hint(set.key(), List.of(StorePolicy.KEY), "its settings are"));
    }
    return StorePolicy.allowing(set.value(), place);
  }
}
